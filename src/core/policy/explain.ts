/** Why this LLM: the facts behind the sentence on the page. Data only; the page words them. */
import { type Preference, preferenceOfCost } from '../bandit/preference.ts'
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
  /** The ends of the dial to which the choice holds though another arm is expected to earn more there. */
  readonly held: { readonly quality: Held | null; readonly saving: Held | null }
}

/** Why a choice that holds to an end of the dial may surprise: another arm scores highest, or costs least. */
export interface Held {
  /** The arm with the best expected reward at that end, not the routed one. */
  readonly arm: number
  /** Expected reward it would add there: at the quality end that is score, at the saving end cost as a share of tau. */
  readonly gain: number
  /** Dollars a call that it would save; negative where it costs more. */
  readonly savedUsd: number
  /** pi of the routed arm there, less that of the other. */
  readonly lead: number
  /** Whether the gain is too small to matter. */
  readonly nearTie: boolean
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
  const flips = nearestFlips(rows, w)
  const heldAt = (wc: 0 | 1): Held | null => {
    const [first, last] = [rows[0], rows[rows.length - 1]]
    return heldTo(preferenceOfCost(wc), wc === 0 ? first : last, arm, outcomes, tauUsd)
  }
  return {
    arm,
    outcome: chosen,
    rewards,
    better:
      gain > NEGLIGIBLE_SCORE
        ? { arm: mostAble, gain, costRatio: costRatio(outcomes[mostAble], chosen) }
        : null,
    missed: missedGain > NEGLIGIBLE_REWARD ? { arm: mostRewarding, gain: missedGain } : null,
    flips,
    held: {
      quality: flips.quality === null ? heldAt(0) : null,
      saving: flips.saving === null ? heldAt(1) : null,
    },
  }
}

/** @param probabilities pi at that end of the dial */
function heldTo(
  end: Preference,
  probabilities: Float32Array,
  arm: number,
  outcomes: readonly Outcome[],
  tauUsd: number,
): Held | null {
  const rewards = outcomes.map(outcome => reward(end, outcome, tauUsd))
  const best = argmax(rewards)
  const gain = rewards[best] - rewards[arm]
  if (gain <= 0) return null
  return {
    arm: best,
    gain,
    savedUsd: outcomes[arm].costUsd - outcomes[best].costUsd,
    lead: probabilities[arm] - probabilities[best],
    nearTie: gain <= NEGLIGIBLE_REWARD,
  }
}

function costRatio(one: Outcome, other: Outcome): number | null {
  if (other.costUsd > 0) return one.costUsd / other.costUsd
  return one.costUsd > 0 ? null : 1
}
