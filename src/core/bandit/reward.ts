import type { Preference } from './preference.ts'

/** What one call of one LLM yields. */
export interface Outcome {
  /** Score in [0, 1]. */
  readonly quality: number
  /** Dollars for this one call. */
  readonly costUsd: number
}

/** Cost on the reward's scale: min(c / tau, 1), in [0, 1]. `tauUsd` > 0 is the cost scale and cap in dollars. */
export function scaledCost(costUsd: number, tauUsd: number): number {
  return Math.min(costUsd / tauUsd, 1)
}

/** r = w_q q - w_c min(c / tau, 1), in [-1, 1] (BaRP, Sec. 2: the scalarised reward). */
export function reward(w: Preference, outcome: Outcome, tauUsd: number): number {
  return w.quality * outcome.quality - w.cost * scaledCost(outcome.costUsd, tauUsd)
}
