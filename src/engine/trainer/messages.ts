/** What the page and the trainer's worker say to each other. */
import type { TrainingReport } from '../../core/evaluation/curve.ts'
import type { BackendPreference, BackendReport } from '../../core/experiment/backend.ts'
import type { RunPlan } from '../../core/learning/runPlan.ts'
import type { Message, Messages } from '../../core/messages/message.ts'
import type { World } from '../../core/world/world.ts'
import type { Once } from '../worker/once.ts'

/** A run to be set up. */
export interface RunOrder {
  /** A number of the page's, which the run's reports carry. */
  readonly run: number
  readonly plan: RunPlan
  readonly backend: BackendPreference
}

/** As it crosses into the worker. */
export interface SentRunOrder extends RunOrder {
  readonly world: Once<World>
}

/** What the worker tells by itself. */
export type TrainerEvent =
  | { readonly type: 'ready'; readonly backend: BackendReport }
  | {
      readonly type: 'report'
      readonly run: number
      readonly report: TrainingReport
      readonly state: 'running' | 'paused' | 'finished'
    }
  /** Something went wrong and was mended: said, not hidden. */
  | { readonly type: 'notice'; readonly message: Message }
  | { readonly type: 'failed'; readonly messages: Messages }
