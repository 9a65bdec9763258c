/** What a round hides from the learner, for the eye alone. Expectations beside expectations: draws are luck. */
import type { RoundView } from '../../../core/evaluation/curve.ts'
import { argmax } from '../../../core/math/statistics.ts'

/** Digits to which the table writes rewards. */
const DIGITS = 2

export interface Counterfactual {
  /** The arm that would be expected to pay most. */
  readonly best: number
  /** Expected reward of that arm and of the pulled one, as the table writes them. */
  readonly bestExpected: number
  readonly pulledExpected: number
  /** Counterfactual regret: the one less the other, >= 0. Of the figures as written, so that whoever subtracts them agrees. */
  readonly regret: number
}

export function counterfactual({ hidden, arm }: Pick<RoundView, 'hidden' | 'arm'>): Counterfactual {
  const best = argmax(hidden.map(({ reward }) => reward))
  const [bestExpected, pulledExpected] = [best, arm].map(i => asWritten(hidden[i].reward))
  return { best, bestExpected, pulledExpected, regret: asWritten(bestExpected - pulledExpected) }
}

function asWritten(reward: number): number {
  return Number(reward.toFixed(DIGITS))
}
