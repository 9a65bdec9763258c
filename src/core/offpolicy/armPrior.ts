/**
 * What an LLM's mean score may be expected to be before its own answers are looked at: dear LLMs tend to be better, so a line
 * in the logarithm of the mean cost, and around it a spread that the LLMs themselves tell (empirical Bayes):
 *
 *     mean_a ~ N(b_0 + b_1 log c_a, t^2)        y_a | mean_a ~ N(mean_a, s^2 / n_a)
 *
 * fitted by expectation maximisation (Morris 1983, "Parametric empirical Bayes inference"; Efron and Hastie 2016, Ch. 7).
 */

export interface ArmPrior {
  /** Expected mean score of each arm, K numbers. */
  readonly mean: Float64Array
  /** t^2: variance of the arms around the line. */
  readonly variance: number
}

const ITERATIONS = 30
/** t^2 before the first iteration: arms differ by a tenth. */
const FIRST_VARIANCE = 0.01
/** t^2 is never taken to be less: a handful of arms cannot prove that all are equal. */
const LEAST_VARIANCE = 1e-3
/** Added to a mean cost before its logarithm, on the reward's scale. */
const COST_FLOOR = 1e-4

/**
 * @param mean mean observed score of each arm
 * @param count answers of each arm; an arm without any only receives its prior
 * @param noise s^2 > 0, variance of a score around its arm's mean
 * @param cost mean cost of each arm on the reward's scale
 */
export function armPrior(
  mean: Float64Array,
  count: Float64Array,
  noise: number,
  cost: Float64Array,
): ArmPrior {
  const arms = Array.from(count.keys()).filter(arm => count[arm] > 0)
  const logCost = cost.map(c => Math.log(c + COST_FLOOR))
  const error = count.map(n => noise / n)
  let variance = FIRST_VARIANCE
  let prior: Float64Array = new Float64Array(mean.length)
  for (let i = 0; i < ITERATIONS; i++) {
    prior = weightedLine(logCost, mean, arms, arm => 1 / (error[arm] + variance))
    let sum = 0
    for (const arm of arms) {
      const share = variance / (variance + error[arm])
      sum += (share * (mean[arm] - prior[arm])) ** 2 + share * error[arm]
    }
    variance = sum / arms.length
  }
  return { mean: prior, variance: Math.max(variance, LEAST_VARIANCE) }
}

/** The weighted least squares line through the arms' points, at every arm; flat where they all cost the same. */
function weightedLine(
  x: Float64Array,
  y: Float64Array,
  arms: readonly number[],
  weightOf: (arm: number) => number,
): Float64Array {
  let [sum, sumX, sumY] = [0, 0, 0]
  for (const arm of arms) {
    const weight = weightOf(arm)
    sum += weight
    sumX += weight * x[arm]
    sumY += weight * y[arm]
  }
  const [meanX, meanY] = [sumX / sum, sumY / sum]
  let [xx, xy] = [0, 0]
  for (const arm of arms) {
    xx += weightOf(arm) * (x[arm] - meanX) ** 2
    xy += weightOf(arm) * (x[arm] - meanX) * (y[arm] - meanY)
  }
  const slope = xx > 1e-9 * sum ? xy / xx : 0
  return x.map(at => meanY + slope * (at - meanX))
}
