/** What the page and the trainer's worker say to each other. */
import type { TrainingReport } from '../../core/evaluation/curve.ts'
import type { BackendPreference, BackendReport } from '../../core/experiment/backend.ts'
import type { Pace } from '../../core/experiment/pace.ts'
import type { RunPlan } from '../../core/learning/runPlan.ts'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import type { World } from '../../core/world/world.ts'

/** A plan with its world. */
export interface WorldPlan extends RunPlan {
  readonly world: World
}

export type ToTrainer =
  /** Sets a run up, at update 0, replacing any other. @param run a number of the page's, which its reports carry */
  | {
      readonly type: 'start'
      readonly run: number
      readonly plan: WorldPlan
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
