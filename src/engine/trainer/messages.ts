/** What the page and the trainer's worker say to each other. */
import type { TrainingReport } from '../../core/evaluation/curve.ts'
import type { BackendPreference } from '../../core/experiment/backend.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import type { PolicyShape } from '../../core/policy/shape.ts'
import type { World } from '../../core/world/world.ts'
import type { BackendReport } from '../backend/report.ts'

/** All that decides a run's course on one backend. */
export interface RunPlan {
  readonly world: World
  readonly settings: TrainingSettings
  readonly seed: number
  /** Parameters to start from, or null for a fresh initialisation from the seed. */
  readonly start: { readonly shape: PolicyShape; readonly parameters: Float32Array } | null
  /** Where an earlier run with the same plan was put away, or null to begin at update 0. */
  readonly resume: RunSnapshot | null
}

/** `slow` is not here: slow motion is single steps, paced by the page. */
export type Pace = 'normal' | 'fast'

export type ToTrainer =
  /** Sets a run up, at update 0, replacing any other. @param run a number of the page's, which its reports carry */
  | {
      readonly type: 'start'
      readonly run: number
      readonly plan: RunPlan
      readonly backend: BackendPreference
    }
  | { readonly type: 'play'; readonly pace: Pace }
  | { readonly type: 'pause' }
  /** One update, then a report. */
  | { readonly type: 'step' }
  | { readonly type: 'backend'; readonly backend: BackendPreference }
  /** Asks for a snapshot of the run; a run that plays is not interrupted for it, so pause it first. */
  | { readonly type: 'save' }
  /** Destroys the WebGPU device, as a driver would. The page never asks for it; tests do. */
  | { readonly type: 'lose-device' }

export type FromTrainer =
  | { readonly type: 'ready'; readonly backend: BackendReport }
  | {
      readonly type: 'report'
      readonly run: number
      readonly report: TrainingReport
      readonly state: 'running' | 'paused' | 'finished'
    }
  /** The run as it stands, or null where there is none. */
  | { readonly type: 'saved'; readonly snapshot: RunSnapshot | null }
  /** Something went wrong and was mended: said, not hidden. */
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'failed'; readonly message: string }
