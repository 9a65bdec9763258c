/**
 * An item-response model for one task family (Lord and Novick, 1968; logistic form):
 *
 *     P(LLM k solves prompt i) = sigmoid( ability_k - discrimination * difficulty_i + taste * taste_ik )
 *     score = mark if solved, else 0
 *
 * The abilities are fitted so that every LLM's mean score is the published one; discrimination, taste and
 * mark are fitted so that the oracle's score and the mean correlation between LLMs come close too.
 */
import { mean } from '../math/statistics.ts'
import { unreachable } from '../unreachable.ts'

/** The published figures a family is fitted to. All scores in [0, 1]. */
export interface FamilyTarget {
  /** Mean score of each LLM. */
  readonly meanScore: readonly number[]
  /** Mean over prompts of the best score; null where none is published. */
  readonly oracleScore: number | null
  /** Mean over pairs of LLMs of the correlation of their scores; null where none is published. */
  readonly meanPairCorrelation: number | null
}

export interface ItemResponse {
  /** n x K, row-major. */
  readonly success: Float32Array
  /** Score of a solved prompt. */
  readonly mark: number
  readonly discrimination: number
  readonly taste: number
}

const DISCRIMINATIONS = [0.4, 0.7, 1, 1.4, 1.8, 2.3, 2.9]
const TASTES = [0.8, 1.5, 2.2]
const MARKS = [1, 0.95, 0.9, 0.85, 0.8, 0.77]

/**
 * The model that comes nearest to a family's figures.
 * @param difficulty one per prompt, mean 0, standard deviation 1
 * @param tasteOf n x K, each LLM mean 0, standard deviation 1: what it finds hard and others do not
 */
export function fitItemResponse(
  target: FamilyTarget,
  difficulty: Float64Array,
  tasteOf: Float64Array,
): ItemResponse {
  const highest = Math.max(...target.meanScore)
  let best: ItemResponse | null = null
  let bestError = Number.POSITIVE_INFINITY
  for (const mark of MARKS) {
    if (mark < highest + 0.02) continue
    for (const discrimination of DISCRIMINATIONS) {
      for (const taste of TASTES) {
        const success = solveAbilities(target.meanScore, mark, discrimination, taste, difficulty, tasteOf)
        const error = misfit(target, success, mark)
        if (error < bestError) {
          bestError = error
          best = { success, mark, discrimination, taste }
        }
      }
    }
  }
  if (!best) unreachable(`no mark above the highest mean score ${highest}`)
  return best
}

/** Success probabilities with each LLM's ability set, by bisection, to its mean score. */
function solveAbilities(
  meanScore: readonly number[],
  mark: number,
  discrimination: number,
  taste: number,
  difficulty: Float64Array,
  tasteOf: Float64Array,
): Float32Array {
  const n = difficulty.length
  const k = meanScore.length
  const success = new Float32Array(n * k)
  for (let arm = 0; arm < k; arm++) {
    const handicap = difficulty.map((d, i) => -discrimination * d + taste * tasteOf[i * k + arm])
    const meanAt = (ability: number) => mean(handicap.map(h => sigmoid(ability + h)))
    let low = -15
    let high = 15
    for (let round = 0; round < 24; round++) {
      const middle = (low + high) / 2
      if (meanAt(middle) * mark < meanScore[arm]) low = middle
      else high = middle
    }
    handicap.forEach((h, i) => {
      success[i * k + arm] = sigmoid((low + high) / 2 + h)
    })
  }
  return success
}

/** Squared distance to the published oracle and correlation, each on the scale of its tolerance. */
function misfit(target: FamilyTarget, success: Float32Array, mark: number): number {
  const k = target.meanScore.length
  const oracle = target.oracleScore === null ? 0 : expectedOracle(success, k, mark) - target.oracleScore
  const pair =
    target.meanPairCorrelation === null ? 0 : expectedPairCorrelation(success, k) - target.meanPairCorrelation
  return (oracle / 0.02) ** 2 + (pair / 0.05) ** 2
}

/** Expected best score: a prompt is lost only where every LLM fails. */
export function expectedOracle(success: Float32Array, k: number, mark: number): number {
  const n = success.length / k
  let sum = 0
  for (let i = 0; i < n; i++) {
    let allFail = 1
    for (let arm = 0; arm < k; arm++) allFail *= 1 - success[i * k + arm]
    sum += 1 - allFail
  }
  return (mark * sum) / n
}

/** Expected mean pairwise correlation of 0/1 draws: only the shared difficulty correlates them. */
export function expectedPairCorrelation(success: Float32Array, k: number): number {
  const n = success.length / k
  const columns = Array.from({ length: k }, (_, arm) =>
    Float64Array.from({ length: n }, (_, i) => success[i * k + arm]),
  )
  const means = columns.map(mean)
  let sum = 0
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < a; b++) {
      let covariance = 0
      for (let i = 0; i < n; i++) covariance += (columns[a][i] - means[a]) * (columns[b][i] - means[b])
      const variances = means[a] * (1 - means[a]) * means[b] * (1 - means[b])
      sum += covariance / n / Math.sqrt(variances)
    }
  }
  return sum / ((k * (k - 1)) / 2)
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
