import type { EvaluatedFiles } from '../../core/evaluation/shippedEvaluation.ts'

/** What a world and the policy that ships with it are known by: files that tell of them must belong to these. */
export interface ShippedKey extends EvaluatedFiles {
  /** LLMs that it routes between. */
  readonly arms: number
}
