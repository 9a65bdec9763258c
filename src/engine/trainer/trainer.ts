/** Trains a policy by REINFORCE from a bandit environment. A plain class: it runs in a worker and in Node alike. */
import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import type { Preference } from '../../core/bandit/preference.ts'
import { type Outcome, reward } from '../../core/bandit/reward.ts'
import { createRounds, type Rounds } from '../../core/bandit/rounds.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { clipByNorm } from '../../core/learning/adam.ts'
import { type Baseline, createBaseline } from '../../core/learning/baseline.ts'
import { createOptimiser } from '../../core/learning/createOptimiser.ts'
import type { Optimiser } from '../../core/learning/optimiser.ts'
import type { StepRecord } from '../../core/learning/record.ts'
import { reinforceGradient } from '../../core/learning/reinforce.ts'
import type { TrainerSnapshot } from '../../core/learning/snapshot.ts'
import { createStream, type RandomStream, resumeStream, sampleCategorical } from '../../core/math/random.ts'
import { entropy } from '../../core/math/softmax.ts'
import { argmax } from '../../core/math/statistics.ts'
import { moveTowards } from '../../core/math/vectors.ts'
import { route } from '../../core/policy/forward.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Learner } from '../../core/routers/learner.ts'
import { PolicyNetwork } from './network.ts'

export class Trainer implements Learner {
  /** The running average of the parameters: what is routed with and validated. Changes in place with every step. */
  readonly averaged: Policy
  readonly #environment: BanditEnvironment
  readonly #settings: TrainingSettings
  readonly #network: PolicyNetwork
  readonly #optimiser: Optimiser
  readonly #baseline: Baseline
  readonly #rounds: Rounds
  readonly #embeddings: Float32Array
  #arms: RandomStream
  #noise: RandomStream
  #step = 0

  /**
   * @param policy its parameters are trained in place
   * @param seed of the streams of the rounds, and of `training/arms` and `training/noise`
   */
  constructor(environment: BanditEnvironment, policy: Policy, settings: TrainingSettings, seed: number) {
    this.#environment = environment
    this.#settings = settings
    this.#network = new PolicyNetwork(policy)
    this.averaged = { ...policy, parameters: policy.parameters.slice() }
    this.#optimiser = createOptimiser(settings.optimiser, policy.parameters.length)
    this.#baseline = createBaseline(settings.baseline)
    this.#rounds = createRounds(environment.size, settings, seed)
    this.#embeddings = new Float32Array(settings.batchSize * policy.shape.embedding)
    this.#arms = createStream(seed, 'training/arms')
    this.#noise = createStream(seed, 'training/noise')
  }

  /** Updates made. */
  get updates(): number {
    return this.#step
  }

  /** One update: a batch of rounds, each of which reveals the outcome of its pulled arm alone. */
  async step(): Promise<StepRecord> {
    const { batchSize, learningRate, entropyWeight, gradientClip, tauScale } = this.#settings
    const { prompts, preferences } = this.#rounds.next(batchSize)
    const probabilities = await this.#network.forward(this.#withNoise(prompts), preferences)
    const { arms, outcomes } = this.#pull(prompts, probabilities)
    const rewards = rewardsOf(preferences, outcomes, this.#environment.tauUsd * tauScale)
    const advantages = this.#baseline.advantages(rewards, preferences)

    const decay = this.#decay()
    const gradient = await this.#network.backward(
      reinforceGradient({ probabilities, arms, advantages }, entropyWeight * decay),
    )
    const gradientNorm = clipByNorm(gradient, gradientClip)
    this.#optimiser.step(this.#network.policy.parameters, gradient, learningRate * decay)
    this.#step++
    this.#average()
    return {
      step: this.#step,
      prompts,
      preferences,
      probabilities,
      arms,
      outcomes,
      rewards,
      advantages,
      entropy: meanEntropy(probabilities, batchSize),
      gradientNorm,
    }
  }

  /** The averaged policy's most probable arm. */
  route(embedding: Float32Array, w: Preference): number {
    return argmax(route(this.averaged, embedding, w))
  }

  /** A copy of the trainer's whole state, and of the place its environment's outcomes have reached. */
  snapshot(): TrainerSnapshot {
    return {
      step: this.#step,
      parameters: this.#network.policy.parameters.slice(),
      averaged: this.averaged.parameters.slice(),
      optimiser: this.#optimiser.state(),
      baseline: this.#baseline.state(),
      rounds: this.#rounds.state(),
      arms: this.#arms.state(),
      noise: this.#noise.state(),
      outcomes: this.#environment.position(),
    }
  }

  /** Goes on from a snapshot of a trainer with the same world, settings and shape, bit for bit on the same backend. */
  restore(snapshot: TrainerSnapshot): void {
    this.#step = snapshot.step
    this.#network.policy.parameters.set(snapshot.parameters)
    this.averaged.parameters.set(snapshot.averaged)
    this.#optimiser.restore(snapshot.optimiser)
    this.#baseline.restore(snapshot.baseline)
    this.#rounds.restore(snapshot.rounds)
    this.#arms = resumeStream(snapshot.arms)
    this.#noise = resumeStream(snapshot.noise)
    this.#environment.resume(snapshot.outcomes)
  }

  /** Draws an arm from each row of pi and has its outcome revealed. */
  #pull(prompts: Uint32Array, probabilities: Float32Array): { arms: Uint8Array; outcomes: Outcome[] } {
    const k = this.#environment.arms
    const arms = Uint8Array.from(prompts, (_, i) =>
      sampleCategorical(probabilities.subarray(i * k, (i + 1) * k), this.#arms),
    )
    return { arms, outcomes: Array.from(arms, (arm, i) => this.#environment.reveal(prompts[i], arm)) }
  }

  /** What the schedule leaves of the learning rate and the entropy weight. */
  #decay(): number {
    const { schedule, steps } = this.#settings
    if (schedule === 'constant') return 1
    return (1 + Math.cos(Math.PI * Math.min(1, this.#step / steps))) / 2
  }

  /** Embeddings with fresh noise, uniform with the set standard deviation; batch x width, overwritten by the next call. */
  #withNoise(prompts: Uint32Array): Float32Array {
    const { embeddingNoise } = this.#settings
    const { embedding: width } = this.averaged.shape
    for (let i = 0; i < prompts.length; i++) {
      this.#embeddings.set(this.#environment.embedding(prompts[i]), i * width)
    }
    if (embeddingNoise > 0) this.#noise.jitter(this.#embeddings, embeddingNoise * Math.sqrt(3))
    return this.#embeddings
  }

  /** Moves the running average; early on it remembers less, so that the initialisation is soon forgotten. */
  #average(): void {
    const kept = Math.min(this.#settings.averaging, this.#step / (this.#step + 10))
    moveTowards(this.averaged.parameters, this.#network.policy.parameters, 1 - kept)
  }
}

function rewardsOf(preferences: readonly Preference[], outcomes: readonly Outcome[], tauUsd: number) {
  return Float64Array.from(outcomes, (outcome, i) => reward(preferences[i], outcome, tauUsd))
}

function meanEntropy(probabilities: Float32Array, batch: number): number {
  const k = probabilities.length / batch
  let sum = 0
  for (let i = 0; i < batch; i++) sum += entropy(probabilities.subarray(i * k, (i + 1) * k))
  return sum / batch
}
