/** Studies and evaluations, under way and done: the state of their session, which alone writes it. */
import { createStore } from 'zustand/vanilla'
import { INITIAL_STUDY, type StudyState } from '../core/session/study/state.ts'

export function createStudyStore() {
  return createStore<StudyState>()(() => INITIAL_STUDY)
}

export type StudyStore = ReturnType<typeof createStudyStore>
