import type { Messages } from '../messages/message.ts'
import type { FamilyRow } from './families.ts'
import type { Evaluation } from './sweep.ts'

/** What prompts that were never trained on say of some routers. */
export interface HeldOutEvaluation {
  /** One a split that has prompts: test, then ood. */
  readonly evaluations: readonly Evaluation[]
  readonly families: readonly FamilyRow[]
  /** Prompts of the world that are trained on. */
  readonly trainingPrompts: number
  /** Which routers are not among them, and why. */
  readonly missing: Messages
}
