import type { Preference } from '../bandit/preference.ts'
import type { Outcome } from '../bandit/reward.ts'

/** One update as the learner lived it: what it met, what it pulled, what came back. It holds no cell that was not pulled. */
export interface StepRecord {
  /** Number of this update, from 1. */
  readonly step: number
  /** Prompts of the batch, by their number in the environment. */
  readonly prompts: Uint32Array
  readonly preferences: readonly Preference[]
  /** pi(. | x_i, w_i), batch x K, row-major; for a learner without a policy, 1 at the pulled arm. */
  readonly probabilities: Float32Array
  /** The pulled arm of each round. */
  readonly arms: Uint8Array
  /** Outcomes of the pulled arms. */
  readonly outcomes: readonly Outcome[]
  readonly rewards: Float64Array
  /** Reward minus baseline; all zero for a learner without a baseline. */
  readonly advantages: Float64Array
  /** Mean entropy of pi over the batch, nats. */
  readonly entropy: number
  /** Euclidean norm of the gradient before clipping; 0 for a learner without one. */
  readonly gradientNorm: number
}
