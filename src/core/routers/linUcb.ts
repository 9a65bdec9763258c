import { argmax } from '../math/statistics.ts'
import type { BanditEntry } from './learner.ts'
import { type Exploration, expectedValue, LinearBandit } from './linearBandit.ts'

/** Width of the confidence bound in standard deviations. The analysis wants a slowly growing one; 1 is the usual practice. */
const UCB_ALPHA = 1

/**
 * LinUCB with disjoint models (Li, Chu, Langford, Schapire 2010, arXiv 1003.0146, Alg. 1): pull the arm that is best if each is
 * as good as its data allow. Score and cost have the same contexts, so both bounds have the same width s_a = sqrt(x^T A_a^-1 x), and
 *
 *     w_q (q_a + alpha s_a) - w_c (c_a - alpha s_a)  =  w_q q_a - w_c c_a + alpha s_a        since w_q + w_c = 1
 */
export function upperConfidenceBound(alpha: number): Exploration {
  return (models, context, w) =>
    argmax(models.map(model => expectedValue(model, context, w) + alpha * Math.sqrt(model.variance(context))))
}

export const LIN_UCB = {
  id: 'linucb',
  label: 'LinUCB',
  information: 'bandit',
  trains: true,
  create: parts => new LinearBandit(parts, upperConfidenceBound(UCB_ALPHA)),
} as const satisfies BanditEntry
