/**
 * How likely the serving policy was to choose each LLM, from embeddings and choices alone: multinomial logistic regression on
 * principal components, cross-fitted, with the temperature that fits the held-out choices best (Guo et al. 2017, arXiv 1706.04599).
 *
 * Fitted by Boehning's bound (1992): the Hessian of the log likelihood is at most 1/2 (I - 1/K) (x) X^T X, so a step by the
 * inverse of 1/2 X^T X never makes it worse: no step size, no chance.
 */
import { inversePositive } from '../math/cholesky.ts'
import { dot } from '../math/vectors.ts'
import type { OutcomeFeatures } from './features.ts'
import { type Fold, foldsOf } from './folds.ts'
import { embeddingOfAnswer, type ServedLog } from './servedLog.ts'

/** Penalty on squared coefficients; constants are almost free. */
const PENALTY = 1
const FREE = 1e-3
const ITERATIONS = 200
const TEMPERATURES = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3]
/** No estimated propensity is less: a weight is never more than its inverse. */
export const PROPENSITY_FLOOR = 0.005

/** mu(a | x_i) for every answer and arm, n x K, row-major; every row sums to 1 up to the floor. */
export function estimatePropensities(log: ServedLog, features: OutcomeFeatures, seed: number): Float64Array {
  const { arms, size } = log
  const d = features.size
  const x = new Float64Array(size * d)
  for (let i = 0; i < size; i++) features.write(embeddingOfAnswer(log, i), x, i * d)
  const logits = new Float64Array(size * arms)
  for (const fold of foldsOf(log.prompt, log.embeddings.length / 384, seed)) {
    const coefficients = fitLogistic(x, d, log, fold)
    for (const i of fold.held) {
      for (let arm = 0; arm < arms; arm++) logits[i * arms + arm] = dot(coefficients, x, d, arm * d, i * d)
    }
  }
  return softmaxRows(logits, arms, bestTemperature(logits, log))
}

/** Coefficients, K x d. */
function fitLogistic(x: Float64Array, d: number, { arms, arm }: ServedLog, { learnt }: Fold): Float64Array {
  const bound = new Float64Array(d * d)
  for (const i of learnt) {
    for (let r = 0; r < d; r++)
      for (let c = 0; c < d; c++) bound[r * d + c] += (x[i * d + r] * x[i * d + c]) / 2
  }
  for (let r = 0; r < d; r++) bound[r * d + r] += r === 0 ? FREE : PENALTY
  const inverse = inversePositive(bound, d)
  const coefficients = new Float64Array(arms * d)
  const gradient = new Float64Array(arms * d)
  const row = new Float64Array(arms)
  for (let step = 0; step < ITERATIONS; step++) {
    for (let at = 0; at < gradient.length; at++) {
      gradient[at] = -coefficients[at] * (at % d === 0 ? FREE : PENALTY)
    }
    for (const i of learnt) {
      for (let a = 0; a < arms; a++) row[a] = dot(coefficients, x, d, a * d, i * d)
      softmaxInto(row, 1)
      for (let a = 0; a < arms; a++) {
        const error = (a === arm[i] ? 1 : 0) - row[a]
        for (let j = 0; j < d; j++) gradient[a * d + j] += error * x[i * d + j]
      }
    }
    for (let a = 0; a < arms; a++) {
      for (let j = 0; j < d; j++) coefficients[a * d + j] += dot(inverse, gradient, d, j * d, a * d)
    }
  }
  return coefficients
}

/** The temperature under which the choices that were held out are likeliest. */
function bestTemperature(logits: Float64Array, { arms, arm }: ServedLog): number {
  let best = { temperature: 1, likelihood: Number.NEGATIVE_INFINITY }
  for (const temperature of TEMPERATURES) {
    const p = softmaxRows(logits, arms, temperature)
    let likelihood = 0
    for (let i = 0; i < arm.length; i++) likelihood += Math.log(p[i * arms + arm[i]])
    if (likelihood > best.likelihood) best = { temperature, likelihood }
  }
  return best.temperature
}

function softmaxRows(logits: Float64Array, arms: number, temperature: number): Float64Array {
  const p = logits.slice()
  for (let i = 0; i < p.length; i += arms) softmaxInto(p.subarray(i, i + arms), temperature)
  return p.map(value => Math.max(value, PROPENSITY_FLOOR))
}

/** Softmax of logits over a temperature, in place. */
function softmaxInto(row: Float64Array, temperature: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (const logit of row) most = Math.max(most, logit)
  let sum = 0
  for (let a = 0; a < row.length; a++) {
    row[a] = Math.exp((row[a] - most) / temperature)
    sum += row[a]
  }
  for (let a = 0; a < row.length; a++) row[a] /= sum
}
