/** Studies under way and done: the race of learners, and the comparison with its ablations. */
import { createStore } from 'zustand/vanilla'
import type { FamilyRow } from '../core/evaluation/families.ts'
import type { StudyPlan, StudyProgress } from '../core/evaluation/study.ts'
import type { Evaluation } from '../core/evaluation/sweep.ts'
import type { Policy } from '../core/policy/policy.ts'

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

/**
 * Zero, best fixed LLM at each w, oracle, random, every LLM, kNN, and as `policy` the one that ships with the world, on its
 * test prompts and on those of families never trained on.
 */
export interface References {
  readonly world: string
  readonly evaluations: readonly Evaluation[]
  readonly families: readonly FamilyRow[]
}

/** The policy that routes the page, not being the shipped one, on the same prompts as the references. */
export interface Own {
  readonly world: string
  readonly policy: Policy
  /** Its rows are of router `policy`. */
  readonly evaluations: readonly Evaluation[]
  readonly families: readonly FamilyRow[]
}

export interface StudyState {
  readonly race: StudySlot
  readonly compare: StudySlot
  /** Routers of a world that need no training here, once judged. */
  readonly references: References | null
  /** The last policy of the person's own that was judged. Out of date as soon as another one routes. */
  readonly own: Own | null
  /** What stands between the person and the references of the shown world: null when they are there, or not asked for. */
  readonly judging: { readonly kind: 'busy' } | { readonly kind: 'failed'; readonly why: string } | null
  setSlot(name: StudySlotName, change: Partial<StudySlot>): void
  clearSlot(name: StudySlotName): void
  setReferences(references: References | null): void
  setOwn(own: Own): void
  setJudging(judging: StudyState['judging']): void
}

export function createStudyStore() {
  return createStore<StudyState>()(set => ({
    race: EMPTY,
    compare: EMPTY,
    references: null,
    own: null,
    judging: null,
    setSlot: (name, change) => set(state => ({ [name]: { ...state[name], ...change } })),
    clearSlot: name => set({ [name]: EMPTY }),
    setReferences: references => set({ references, judging: null }),
    setOwn: own => set({ own, judging: null }),
    setJudging: judging => set({ judging }),
  }))
}

export type StudyStore = ReturnType<typeof createStudyStore>
