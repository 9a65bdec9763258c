/**
 * What a routing policy would have earned, from answers that another policy served. With rho_i = pi(a_i | x_i, w) / mu(a_i | x_i),
 * r_i what was observed, m the outcome model and v_i = sum_a pi(a | x_i, w) m(x_i, a):
 *
 *     DM      mean v_i                                              (model only: as biased as the model)
 *     IPS     mean rho_i r_i                                        (Horvitz and Thompson 1952)
 *     SNIPS   sum rho_i r_i / sum rho_i                             (Swaminathan and Joachims 2015)
 *     DR      mean v_i + mean rho_i (r_i - m(x_i, a_i))             (Dudik, Langford, Li 2011, arXiv 1103.4601, eq. 3)
 *     SNDR    mean v_i + sum rho_i (r_i - m(x_i, a_i)) / sum rho_i  (Kallus and Uehara 2019, arXiv 1906.03735)
 *
 * All are ratios of sums over answers, so a resample of the prompts only weighs the sums anew.
 */

export const ESTIMATORS = ['dm', 'ips', 'snips', 'dr', 'sndr'] as const
export type EstimatorName = (typeof ESTIMATORS)[number]

/** What is quoted: the least wrong where either the weights or the model are poor. */
export const RECOMMENDED_ESTIMATOR = 'sndr' satisfies EstimatorName

/** One number for each answer. */
export interface EstimatorInput {
  /** rho, >= 0. */
  readonly weight: Float64Array
  /** r, or any other observed quantity: a score, dollars. */
  readonly observed: Float64Array
  /** m(x_i, a_i): the same as predicted for the served arm. */
  readonly predicted: Float64Array
  /** v: the same as predicted for the policy that is judged. */
  readonly model: Float64Array
}

/** Sums over answers from which every estimator follows. */
export interface EstimatorSums {
  readonly count: number
  readonly weight: number
  readonly weighted: number
  readonly model: number
  readonly correction: number
}

/** @param times how often each answer is counted, one number for each; once where it is left out */
export function estimatorSums(input: EstimatorInput, times?: ArrayLike<number>): EstimatorSums {
  const sums = { count: 0, weight: 0, weighted: 0, model: 0, correction: 0 }
  for (let i = 0; i < input.weight.length; i++) {
    const n = times === undefined ? 1 : times[i]
    if (n === 0) continue
    const rho = n * input.weight[i]
    sums.count += n
    sums.weight += rho
    sums.weighted += rho * input.observed[i]
    sums.model += n * input.model[i]
    sums.correction += rho * (input.observed[i] - input.predicted[i])
  }
  return sums
}

/** NaN where the estimator has no answer to go by: SNIPS without a served answer that the policy would have given. */
export function estimateOf(name: EstimatorName, sums: EstimatorSums): number {
  const { count, weight, weighted, model, correction } = sums
  switch (name) {
    case 'dm':
      return model / count
    case 'ips':
      return weighted / count
    case 'snips':
      return weighted / weight
    case 'dr':
      return (model + correction) / count
    case 'sndr':
      return model / count + (weight > 0 ? correction / weight : 0)
  }
}

/** (sum rho)^2 / sum rho^2: how many answers of the policy's own the weighted ones are worth (Kish 1965); 0 without any. */
export function effectiveSampleSize(weight: Float64Array): number {
  let [sum, squares] = [0, 0]
  for (const rho of weight) {
    sum += rho
    squares += rho * rho
  }
  return squares > 0 ? (sum * sum) / squares : 0
}
