import { createStream, type RandomStream } from '../math/random.ts'
import { argmax } from '../math/statistics.ts'
import type { BanditEntry } from './learner.ts'
import { type Exploration, expectedValue, LinearBandit } from './linearBandit.ts'

/** Standard deviation assumed of an outcome around its mean: no number in [0, 1] has a larger one. */
const OUTCOME_DEVIATION = 0.5

/**
 * Linear Thompson sampling (Agrawal and Goyal 2013, arXiv 1209.3352, Alg. 1): draw weights from each arm's posterior
 * N(theta_a, v^2 A_a^-1), for score and cost apart, and pull the arm that is best under the draw.
 * The draw is used at one context only, so it is made there: x^T theta ~ N(x^T theta_a, v^2 x^T A_a^-1 x), exactly,
 * and w_q q - w_c c of two independent draws has the variance (w_q^2 + w_c^2) v^2 x^T A_a^-1 x.
 */
export function posteriorSample(v: number, stream: RandomStream): Exploration {
  return (models, context, w) =>
    argmax(
      models.map(model => {
        const deviation = v * Math.hypot(w.quality, w.cost) * Math.sqrt(model.variance(context))
        return expectedValue(model, context, w) + deviation * stream.normal()
      }),
    )
}

/** Draws from the stream `lin-thompson/posterior`. */
export const LIN_THOMPSON = {
  id: 'lin-thompson',
  label: 'Thompson',
  information: 'bandit',
  trains: true,
  create(parts) {
    const stream = createStream(parts.seed, 'lin-thompson/posterior')
    return new LinearBandit(parts, posteriorSample(OUTCOME_DEVIATION, stream))
  },
} as const satisfies BanditEntry
