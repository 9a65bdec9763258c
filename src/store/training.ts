/** What the page shows of the training run: a state of its own, since it changes ten times a second while the rest stands still. */
import { createStore } from 'zustand/vanilla'
import type { TrainingReport } from '../core/evaluation/curve.ts'
import type { BackendPreference, BackendReport } from '../core/experiment/backend.ts'
import type { Phase, Speed } from '../core/experiment/pace.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../core/experiment/training.ts'

export type TrainingStatus =
  /** Nothing has been trained in this visit. */
  | 'idle'
  /** The worker, the world or the backend is on its way. */
  | 'starting'
  | 'running'
  | 'paused'
  /** The last update is done. */
  | 'finished'
  | 'failed'

/** A finished or running curve kept for comparison with the next one. */
export interface PinnedRun {
  readonly label: string
  readonly points: TrainingReport['points']
}

export interface TrainingState {
  readonly settings: TrainingSettings
  readonly seed: number
  readonly start: 'scratch' | 'shipped'
  readonly speed: Speed
  readonly status: TrainingStatus
  /** Why it failed, or what was mended, said to the person. */
  readonly message: string | null
  readonly backendPreference: BackendPreference
  readonly backend: BackendReport | null
  readonly report: TrainingReport | null
  /** In slow motion: which round of the batch is shown, and how far it is told. */
  readonly shown: { readonly round: number; readonly phase: Phase } | null
  readonly pinned: PinnedRun | null
  /** Whether the feedback table shows the eye what the learner does not see. */
  readonly peek: boolean
  readonly trainWhileHidden: boolean

  set(change: Partial<Omit<TrainingState, 'set'>>): void
}

export function createTrainingStore() {
  return createStore<TrainingState>()(set => ({
    settings: DEFAULT_TRAINING,
    seed: 1,
    start: 'scratch',
    speed: 'fast',
    status: 'idle',
    message: null,
    backendPreference: 'auto',
    backend: null,
    report: null,
    shown: null,
    pinned: null,
    peek: false,
    trainWhileHidden: false,
    set: change => set(change),
  }))
}

export type TrainingStore = ReturnType<typeof createTrainingStore>
