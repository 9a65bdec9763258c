/**
 * Ridge regression for all arms at once. One answer a prompt tells little about each LLM, so what all of them find hard is
 * learnt from all answers, and each LLM has only its own departure from it:
 *
 *     y = prior_a + x^T (s + g_a) + noise         penalty  |s|^2_S + sum_a |g_a|^2_G
 *
 * x begins with a 1. This is a Gaussian process with an intrinsic model of coregionalisation (Alvarez, Rosasco, Lawrence
 * 2012, arXiv 1106.6251, Sec. 4.2) in feature space. The g_a are eliminated exactly (Schur complement): K + 1 systems of d
 * unknowns, O(K d^3).
 */
import { cholesky, inversePositive, solveFactored } from '../math/cholesky.ts'
import { dot } from '../math/vectors.ts'
import type { OutcomeStatistics } from './statistics.ts'

export interface RidgePenalties {
  /** On what is shared; its constant is almost free. */
  readonly shared: number
  /** On an arm's own slopes, and on its own constant: noise variance over prior variance. */
  readonly own: number
  readonly constant: number
}

const FREE = 1e-6

/** A^-1 of every arm, (sum x x^T + G)^-1: K matrices of d x d. Times the noise variance, what is not known of g_a. */
export type ArmInverses = readonly Float64Array[]

export interface HierarchicalRidge {
  /** Coefficients of every arm, prior_a in the constant: K x d. */
  readonly weights: Float64Array
  readonly inverses: ArmInverses
}

/**
 * @param products of each arm sum x y, K x d
 * @param prior of each arm, K numbers
 */
export function fitHierarchicalRidge(
  statistics: Pick<OutcomeStatistics, 'arms' | 'size' | 'gramOf'>,
  products: Float64Array,
  prior: Float64Array,
  { shared, own, constant }: RidgePenalties,
): HierarchicalRidge {
  const { arms, size: d } = statistics
  const system = new Float64Array(d * d)
  for (let i = 0; i < d; i++) system[i * d + i] = i === 0 ? FREE : shared
  const right = new Float64Array(d)
  const inverses: Float64Array[] = []
  const grams: Float64Array[] = []
  const targets: Float64Array[] = []
  for (let arm = 0; arm < arms; arm++) {
    const gram = statistics.gramOf(arm)
    const target = Float64Array.from(
      { length: d },
      (_, i) => products[arm * d + i] - prior[arm] * gram[i * d],
    )
    const penalised = gram.slice()
    for (let i = 0; i < d; i++) penalised[i * d + i] += i === 0 ? constant : own
    const inverse = inversePositive(penalised, d)
    // G - G A^-1 G = G A^-1 P with P the penalty: no difference of large numbers.
    for (let i = 0; i < d; i++) {
      const row = gram.subarray(i * d, (i + 1) * d)
      for (let j = 0; j <= i; j++) {
        system[i * d + j] += dot(row, inverse, d, 0, j * d) * (j === 0 ? constant : own)
      }
    }
    const solved = times(inverse, target, d)
    for (let i = 0; i < d; i++) right[i] += target[i] - dot(gram, solved, d, i * d)
    inverses.push(inverse)
    grams.push(gram)
    targets.push(target)
  }
  solveFactored(cholesky(system, d), d, right)
  const weights = new Float64Array(arms * d)
  for (let arm = 0; arm < arms; arm++) {
    const residual = targets[arm].map((value, i) => value - dot(grams[arm], right, d, i * d))
    const departure = times(inverses[arm], residual, d)
    for (let i = 0; i < d; i++) weights[arm * d + i] = right[i] + departure[i]
    weights[arm * d] += prior[arm]
  }
  return { weights, inverses }
}

function times(matrix: Float64Array, vector: Float64Array, d: number): Float64Array {
  return vector.map((_, i) => dot(matrix, vector, d, i * d))
}

/** x^T A^-1 x, O(d^2). */
export function quadraticForm(inverse: Float64Array, x: Float64Array, offset: number, d: number): number {
  let sum = 0
  for (let i = 0; i < d; i++) sum += x[offset + i] * dot(inverse, x, d, i * d, offset)
  return sum
}
