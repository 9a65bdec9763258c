/** Why this LLM: the facts behind the sentence on the page. Data only; the page words them. */
import type { Preference } from '../bandit/preference.ts'
import { type Outcome, reward } from '../bandit/reward.ts'
import { argmax } from '../math/statistics.ts'
import { type Flip, nearestFlips } from './dial.ts'

export interface Explanation {
  /** The routed arm: argmax of pi. */
  readonly arm: number
  /** What it is expected to score and cost here. */
  readonly outcome: Outcome
  /** Expected reward of every arm at this w. */
  readonly rewards: readonly number[]
  /** The arm with the best expected score, if that is another: what more money would buy. */
  readonly better: {
    readonly arm: number
    /** In score, > 0. */
    readonly gain: number
    /** Its expected cost as a multiple of the routed arm's; null where that one is free and it is not. */
    readonly costRatio: number | null
  } | null
  /** The arm with the best expected reward at this w, if the policy chose another. */
  readonly missed: { readonly arm: number; readonly gain: number } | null
  /** Where on the dial the choice flips, nearest on either side. */
  readonly flips: { readonly quality: Flip | null; readonly saving: Flip | null }
}

/** Gains in score, and in reward, smaller than these are not worth a sentence. */
const NEGLIGIBLE_SCORE = 0.005
const NEGLIGIBLE_REWARD = 0.02

/**
 * @param outcomes expected outcome of every arm
 * @param rows pi over the whole dial, as `spectrum` returns it
 * @param tauUsd the reward's tau, dollars
 */
export function explain(
  probabilities: Float32Array,
  outcomes: readonly Outcome[],
  rows: readonly Float32Array[],
  w: Preference,
  tauUsd: number,
): Explanation {
  const arm = argmax(probabilities)
  const chosen = outcomes[arm]
  const rewards = outcomes.map(outcome => reward(w, outcome, tauUsd))
  const mostAble = argmax(outcomes.map(outcome => outcome.quality))
  const mostRewarding = argmax(rewards)
  const gain = outcomes[mostAble].quality - chosen.quality
  const missedGain = rewards[mostRewarding] - rewards[arm]
  return {
    arm,
    outcome: chosen,
    rewards,
    better:
      gain > NEGLIGIBLE_SCORE
        ? { arm: mostAble, gain, costRatio: costRatio(outcomes[mostAble], chosen) }
        : null,
    missed: missedGain > NEGLIGIBLE_REWARD ? { arm: mostRewarding, gain: missedGain } : null,
    flips: nearestFlips(rows, w),
  }
}

function costRatio(one: Outcome, other: Outcome): number | null {
  if (other.costUsd > 0) return one.costUsd / other.costUsd
  return one.costUsd > 0 ? null : 1
}
