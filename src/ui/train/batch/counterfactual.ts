/** What a round hides from the learner, for the eye alone. */
import type { RoundView } from '../../../core/evaluation/curve.ts'
import { argmax } from '../../../core/math/statistics.ts'

/** The arm that would be expected to pay most in a round. */
export function bestArm({ hidden }: Pick<RoundView, 'hidden'>): number {
  return argmax(hidden.map(({ reward }) => reward))
}

/** Counterfactual regret: the expected reward of the best arm less that of the pulled one, >= 0. */
export function counterfactualRegret(round: Pick<RoundView, 'hidden' | 'arm'>): number {
  return round.hidden[bestArm(round)].reward - round.hidden[round.arm].reward
}
