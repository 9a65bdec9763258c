/** The run that the device keeps for the shown world. */
import { createStore } from 'zustand/vanilla'
import { type KeptRunState, NOTHING_KEPT } from '../core/session/keptRun.ts'

/** Holds the state of the session that keeps runs; nobody else writes it. */
export function createKeptRunStore() {
  return createStore<KeptRunState>()(() => NOTHING_KEPT)
}

export type KeptRunStore = ReturnType<typeof createKeptRunStore>
