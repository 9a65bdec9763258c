/** The pulls of a batch, written down as every learner reports them. */
import type { Preference } from '../bandit/preference.ts'
import { type Outcome, reward } from '../bandit/reward.ts'
import type { StepRecord } from '../learning/record.ts'

export interface Pull {
  readonly prompt: number
  readonly w: Preference
  readonly arm: number
  readonly outcome: Outcome
}

/** The record of a learner that has no policy: all probability on the pulled arm, no baseline, no gradient. */
export function recordOf(step: number, pulls: readonly Pull[], arms: number, tauUsd: number): StepRecord {
  const probabilities = new Float32Array(pulls.length * arms)
  pulls.forEach(({ arm }, i) => {
    probabilities[i * arms + arm] = 1
  })
  return {
    step,
    probabilities,
    prompts: Uint32Array.from(pulls, pull => pull.prompt),
    preferences: pulls.map(pull => pull.w),
    arms: Uint8Array.from(pulls, pull => pull.arm),
    outcomes: pulls.map(pull => pull.outcome),
    rewards: Float64Array.from(pulls, pull => reward(pull.w, pull.outcome, tauUsd)),
    advantages: new Float64Array(pulls.length),
    entropy: 0,
    gradientNorm: 0,
  }
}
