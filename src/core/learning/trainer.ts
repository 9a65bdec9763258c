/** Trains a policy by REINFORCE from a bandit environment. A plain class: it runs in a worker and in Node alike. */
import type { DialRule } from '../bandit/dialRule.ts'
import type { BanditEnvironment } from '../bandit/environment.ts'
import type { Preference } from '../bandit/preference.ts'
import { type Outcome, reward } from '../bandit/reward.ts'
import { createRounds, type Rounds } from '../bandit/rounds.ts'
import type { TrainingSettings } from '../experiment/training.ts'
import { createStream, type RandomStream, resumeStream, sampleCategorical } from '../math/random.ts'
import { entropy } from '../math/softmax.ts'
import type { Multiply } from '../network/matrix.ts'
import { PolicyNetwork } from '../network/network.ts'
import { policyRule } from '../policy/dial.ts'
import type { Policy } from '../policy/policy.ts'
import type { Learner } from '../routers/learner.ts'
import { clipByNorm } from './adam.ts'
import { averageParameters } from './averaging.ts'
import { type Baseline, createBaseline } from './baseline.ts'
import { createOptimiser } from './createOptimiser.ts'
import { noisyEmbeddings } from './noise.ts'
import type { Optimiser } from './optimiser.ts'
import type { StepRecord } from './record.ts'
import { reinforceGradient } from './reinforce.ts'
import { scheduleFactor } from './schedule.ts'
import type { TrainerSnapshot } from './snapshot.ts'

export class Trainer implements Learner {
  /** The running average of the parameters: what is routed with and validated. Changes in place with every step. */
  readonly averaged: Policy
  readonly #environment: BanditEnvironment
  readonly #settings: TrainingSettings
  readonly #network: PolicyNetwork
  readonly #optimiser: Optimiser
  readonly #baseline: Baseline
  readonly #rounds: Rounds
  #arms: RandomStream
  #noise: RandomStream
  #step = 0

  /**
   * @param policy its parameters are trained in place
   * @param seed of the streams of the rounds, and of `training/arms` and `training/noise`
   * @param multiply where the network's products are taken
   */
  constructor(
    environment: BanditEnvironment,
    policy: Policy,
    settings: TrainingSettings,
    seed: number,
    multiply: Multiply,
  ) {
    this.#environment = environment
    this.#settings = settings
    this.#network = new PolicyNetwork(policy, multiply)
    this.averaged = { ...policy, parameters: policy.parameters.slice() }
    this.#optimiser = createOptimiser(settings.optimiser, policy.parameters.length)
    this.#baseline = createBaseline(settings.baseline)
    this.#rounds = createRounds(environment.size, settings, seed)
    this.#arms = createStream(seed, 'training/arms')
    this.#noise = createStream(seed, 'training/noise')
  }

  /** Updates made. */
  get updates(): number {
    return this.#step
  }

  /** One update: a batch of rounds, each of which reveals the outcome of its pulled arm alone. */
  async step(): Promise<StepRecord> {
    const { batchSize, learningRate, entropyWeight, embeddingNoise, gradientClip, tauScale } = this.#settings
    const { prompts, preferences } = this.#rounds.next(batchSize)
    const embeddings = noisyEmbeddings(this.#environment, prompts, embeddingNoise, this.#noise)
    const probabilities = await this.#network.forward(embeddings, preferences)
    const { arms, outcomes } = this.#pull(prompts, probabilities)
    const rewards = rewardsOf(preferences, outcomes, this.#environment.tauUsd * tauScale)
    const advantages = this.#baseline.advantages(rewards, preferences)

    const factor = scheduleFactor(this.#settings, this.#step)
    const gradient = await this.#network.backward(
      reinforceGradient({ probabilities, arms, advantages }, entropyWeight * factor),
    )
    const gradientNorm = clipByNorm(gradient, gradientClip)
    this.#optimiser.step(this.#network.policy.parameters, gradient, learningRate * factor)
    this.#step++
    averageParameters(
      this.averaged.parameters,
      this.#network.policy.parameters,
      this.#step,
      this.#settings.averaging,
    )
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

  /** The averaged policy as it stands: what is learnt later changes nothing in it. */
  averagedCopy(): Policy {
    return { ...this.averaged, parameters: this.averaged.parameters.slice() }
  }

  freeze(): DialRule {
    return policyRule(this.averagedCopy())
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

  /**
   * Goes on from a snapshot of a trainer with the same world, settings and shape, bit for bit on the same backend.
   * @throws RangeError when it has more or fewer parameters
   */
  restore(snapshot: TrainerSnapshot): void {
    const [given, size] = [snapshot.parameters.length, this.averaged.parameters.length]
    if (given !== size) throw new RangeError(`The trainer has ${size} parameters, its snapshot ${given}.`)
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
