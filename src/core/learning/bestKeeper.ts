import { type DialRule, dialReward } from '../bandit/dialRule.ts'
import type { BanditEnvironment } from '../bandit/environment.ts'

/** A state of a learner that was validated. */
export interface Validated<Kept> {
  /** Update after which it stood so. */
  readonly step: number
  /** Its mean reward over the dial on the validation prompts, in [-1, 1]. */
  readonly reward: number
  readonly kept: Kept
}

/**
 * Validates what a learner would route with and keeps the best of it: training may then go on for as long as it likes,
 * past the point where a small log is learnt by heart. The page's runs, pretraining and studies all keep by it.
 */
export class BestKeeper<Kept> {
  readonly #environment: BanditEnvironment
  readonly #tauUsd: number
  readonly #ruleOf: (kept: Kept) => DialRule
  #best: Validated<Kept> | null = null

  /**
   * @param environment the validation prompts, at least one; only the arms chosen there are revealed
   * @param tauUsd the run's tau, dollars
   * @param ruleOf how a kept state routes
   */
  constructor(environment: BanditEnvironment, tauUsd: number, ruleOf: (kept: Kept) => DialRule) {
    this.#environment = environment
    this.#tauUsd = tauUsd
    this.#ruleOf = ruleOf
  }

  /** The earliest of those with the highest reward so far; null before the first. */
  get best(): Validated<Kept> | null {
    return this.#best
  }

  /** Validates a state, and keeps it if it earns more than the best. @returns its reward @param kept stays as it is from now on */
  validate(step: number, kept: Kept): number {
    const reward = dialReward(this.#environment, this.#ruleOf(kept), this.#tauUsd)
    if (this.#best === null || reward > this.#best.reward) this.#best = { step, reward, kept }
    return reward
  }

  /** Goes on from the best of an earlier run. */
  restore(best: Validated<Kept> | null): void {
    this.#best = best
  }
}
