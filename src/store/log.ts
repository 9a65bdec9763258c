/** A person's own routing log on its way in, and those kept on the device. */
import { createStore } from 'zustand/vanilla'
import { type LogImportState, NO_LOG } from '../core/session/logImportState.ts'

/** Holds the state of the session that imports logs; nobody else writes it. */
export function createLogStore() {
  return createStore<LogImportState>()(() => NO_LOG)
}

export type LogStore = ReturnType<typeof createLogStore>
