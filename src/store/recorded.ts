/** The recorded run of the shown world: the state of its session, which alone writes it. */
import { createStore } from 'zustand/vanilla'
import { NOTHING_RECORDED, type RecordedState } from '../core/session/recordedRun.ts'

export function createRecordedStore() {
  return createStore<RecordedState>()(() => NOTHING_RECORDED)
}

export type RecordedStore = ReturnType<typeof createRecordedStore>
