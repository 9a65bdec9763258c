/** Studies under way and done: the race of learners, and the comparison with its ablations. */
import { createStore } from 'zustand/vanilla'
import type { StudyPlan, StudyProgress } from '../core/evaluation/study.ts'
import type { Evaluation } from '../core/evaluation/sweep.ts'

export const STUDY_SLOTS = ['race', 'compare'] as const
export type StudySlotName = (typeof STUDY_SLOTS)[number]

export interface StudySlot {
  readonly status: 'idle' | 'starting' | 'running' | 'done' | 'cancelled' | 'failed'
  /** What is being run, or was. */
  readonly plan: StudyPlan | null
  /** Id of the world it runs on. */
  readonly world: string | null
  readonly progress: StudyProgress | null
  /** Why it failed. */
  readonly message: string | null
}

const EMPTY: StudySlot = { status: 'idle', plan: null, world: null, progress: null, message: null }

export interface StudyState {
  readonly race: StudySlot
  readonly compare: StudySlot
  /** Reference routers of the shown world (Zero, fixed, oracle, random, each LLM), once computed. */
  readonly references: { readonly world: string; readonly evaluations: readonly Evaluation[] } | null
  setSlot(name: StudySlotName, change: Partial<StudySlot>): void
  clearSlot(name: StudySlotName): void
  setReferences(references: StudyState['references']): void
}

export function createStudyStore() {
  return createStore<StudyState>()(set => ({
    race: EMPTY,
    compare: EMPTY,
    references: null,
    setSlot: (name, change) => set(state => ({ [name]: { ...state[name], ...change } })),
    clearSlot: name => set({ [name]: EMPTY }),
    setReferences: references => set({ references }),
  }))
}

export type StudyStore = ReturnType<typeof createStudyStore>
