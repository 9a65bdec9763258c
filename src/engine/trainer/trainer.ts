/** Trains a policy by REINFORCE from a bandit environment. A plain class: it runs in a worker and in Node alike. */
import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import { type Preference, samplePreference } from '../../core/bandit/preference.ts'
import { type Outcome, reward } from '../../core/bandit/reward.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { Adam, clipByNorm } from '../../core/learning/adam.ts'
import { type Baseline, createBaseline } from '../../core/learning/baseline.ts'
import { reinforceGradient } from '../../core/learning/reinforce.ts'
import { createStream, type RandomStream, sampleCategorical } from '../../core/math/random.ts'
import { entropy } from '../../core/math/softmax.ts'
import { mean } from '../../core/math/statistics.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { PolicyNetwork } from './network.ts'

/** What one update saw, as means over its batch. */
export interface StepReport {
  readonly step: number
  readonly reward: number
  readonly quality: number
  readonly costUsd: number
  /** Mean entropy of pi, nats. */
  readonly entropy: number
  /** Euclidean norm of the gradient before clipping. */
  readonly gradientNorm: number
}

export class Trainer {
  /** The running average of the parameters: what is routed with and validated. Changes in place with every step. */
  readonly averaged: Policy
  readonly #environment: BanditEnvironment
  readonly #settings: TrainingSettings
  readonly #network: PolicyNetwork
  readonly #adam: Adam
  readonly #baseline: Baseline
  readonly #prompts: RandomStream
  readonly #preferences: RandomStream
  readonly #arms: RandomStream
  readonly #noise: RandomStream
  #step = 0

  /**
   * @param policy its parameters are trained in place
   * @param seed of the streams `training/prompts`, `training/preferences`, `training/arms` and `training/noise`
   */
  constructor(environment: BanditEnvironment, policy: Policy, settings: TrainingSettings, seed: number) {
    this.#environment = environment
    this.#settings = settings
    this.#network = new PolicyNetwork(policy)
    this.averaged = { ...policy, parameters: policy.parameters.slice() }
    this.#adam = new Adam(policy.parameters.length)
    this.#baseline = createBaseline(settings.baseline)
    this.#prompts = createStream(seed, 'training/prompts')
    this.#preferences = createStream(seed, 'training/preferences')
    this.#arms = createStream(seed, 'training/arms')
    this.#noise = createStream(seed, 'training/noise')
  }

  /** One update: a batch of rounds, each of which reveals the outcome of its pulled arm alone. */
  async step(): Promise<StepReport> {
    const { batchSize, steps, learningRate, entropyWeight, gradientClip } = this.#settings
    const rounds = Array.from({ length: batchSize }, () => ({
      prompt: this.#prompts.integer(this.#environment.size),
      w: samplePreference(this.#preferences),
    }))
    const preferences = rounds.map(round => round.w)
    const probabilities = await this.#network.forward(
      rounds.map(round => this.#blurred(round.prompt)),
      preferences,
    )
    const k = this.#environment.arms
    const rows = rounds.map((_, i) => probabilities.subarray(i * k, (i + 1) * k))
    const arms = rows.map(row => sampleCategorical(row, this.#arms))
    const outcomes = rounds.map((round, i) => this.#environment.reveal(round.prompt, arms[i]))
    const rewards = rewardsOf(preferences, outcomes, this.#environment.tauUsd)
    const advantages = this.#baseline.advantages(rewards, preferences)

    const decay = (1 + Math.cos((Math.PI * this.#step) / steps)) / 2
    const gradient = await this.#network.backward(
      reinforceGradient({ probabilities, arms, advantages }, entropyWeight * decay),
    )
    const gradientNorm = clipByNorm(gradient, gradientClip)
    this.#adam.step(this.#network.policy.parameters, gradient, learningRate * decay)
    this.#step++
    this.#average()
    return {
      step: this.#step,
      reward: mean(rewards),
      quality: mean(outcomes.map(outcome => outcome.quality)),
      costUsd: mean(outcomes.map(outcome => outcome.costUsd)),
      entropy: mean(rows.map(entropy)),
      gradientNorm,
    }
  }

  /** A prompt's embedding with fresh noise. */
  #blurred(prompt: number): Float32Array {
    const { embeddingNoise } = this.#settings
    const embedding = this.#environment.embedding(prompt)
    return embeddingNoise === 0 ? embedding : embedding.map(x => x + embeddingNoise * this.#noise.normal())
  }

  /** Moves the running average; early on it remembers less, so that the initialisation is soon forgotten. */
  #average(): void {
    const { parameters } = this.#network.policy
    const kept = Math.min(this.#settings.averaging, this.#step / (this.#step + 10))
    const average = this.averaged.parameters
    for (let i = 0; i < average.length; i++) average[i] += (1 - kept) * (parameters[i] - average[i])
  }
}

function rewardsOf(preferences: readonly Preference[], outcomes: readonly Outcome[], tauUsd: number) {
  return Float64Array.from(outcomes, (outcome, i) => reward(preferences[i], outcome, tauUsd))
}
