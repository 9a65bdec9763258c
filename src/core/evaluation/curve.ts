/** What a training run looks like over time, in at most MAX_POINTS points a series. */
import type { PolicyShape } from '../policy/shape.ts'

/** One point of the curves: means over the updates since the point before. */
export interface TrainingPoint {
  /** Last update of the point. */
  readonly step: number
  /** Mean reward of the pulled arms. */
  readonly reward: number
  /** Mean score and mean dollars of the pulled calls. */
  readonly quality: number
  readonly costUsd: number
  /** Mean entropy of pi, nats. */
  readonly entropy: number
  /** Mean norm of the gradient before clipping. */
  readonly gradientNorm: number
  /** Mean expected reward given up against the oracle, >= 0. Known to the regret meter, never to the learner. */
  readonly regret: number
  /** Share of pulls of each arm; sums to 1. */
  readonly shares: readonly number[]
  /** Mean reward over the dial of the averaged policy's own choices on validation prompts, at the last validation; null before the first. */
  readonly validation: number | null
}

export const MAX_POINTS = 300

/** What a run is measured against: mean expected rewards of routers on the training prompts at the preferences trained on. */
export interface ReferenceLines {
  readonly random: number
  /** The best single LLM, chosen anew at each w. */
  readonly bestFixed: number
  readonly oracle: number
}

/** A round of the current batch as the page shows it. */
export interface RoundView {
  /** Lasting name of the prompt. */
  readonly prompt: string
  readonly text: string | null
  readonly wc: number
  /** pi(. | x, w), K numbers. */
  readonly probabilities: readonly number[]
  readonly arm: number
  readonly quality: number
  readonly costUsd: number
  readonly reward: number
  readonly advantage: number
  /** What every arm would be expected to yield: for the eye alone. Learners are in another place and never get it. */
  readonly hidden: readonly { readonly quality: number; readonly costUsd: number; readonly reward: number }[]
}

/** Means over prompts at one preference. */
export interface SweepPoint {
  readonly wc: number
  readonly quality: number
  readonly costUsd: number
  readonly reward: number
}

/** A policy's argmax choices over the dial, w_c = 0, 0.1 ... 1, on n prompts. */
export interface Sweep {
  readonly n: number
  readonly points: readonly SweepPoint[]
}

/** A run as it stands, for the page. */
export interface TrainingReport {
  readonly step: number
  /** Updates a second over the last second; null when paused. */
  readonly stepsPerSecond: number | null
  readonly points: readonly TrainingPoint[]
  readonly references: ReferenceLines
  /** The policy to route with: the running average, or once finished the one with the best validation reward. */
  readonly parameters: Float32Array
  /** Update whose policy that is. */
  readonly keptStep: number
  readonly shape: PolicyShape
  /** The newest batch. */
  readonly rounds: readonly RoundView[]
  readonly tauUsd: number
  /** The averaged policy on a sample of the test prompts; null before the first evaluation. */
  readonly sweep: Sweep | null
}
