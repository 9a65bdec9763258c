/** The same update as the trainer's in the plainest TypeScript: nested loops over Float32Array, no kernel, no trick. A yardstick. */
import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import type { Preference } from '../../core/bandit/preference.ts'
import { reward } from '../../core/bandit/reward.ts'
import { createRounds, type Rounds } from '../../core/bandit/rounds.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { type Baseline, createBaseline } from '../../core/learning/baseline.ts'
import { reinforceGradient } from '../../core/learning/reinforce.ts'
import { createStream, sampleCategorical } from '../../core/math/random.ts'
import { softmax } from '../../core/math/softmax.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { TensorSlot } from '../../core/policy/shape.ts'

/** Probabilities and gradient of a policy with an MLP head and a preference encoder. */
export class NaiveNetwork {
  readonly #policy: Policy
  /** Inputs of the four layers for the last batch; each but the first comes out of a ReLU or holds what does. */
  #inputs: Float32Array[] = []

  constructor(policy: Policy) {
    this.#policy = policy
  }

  /** @param h batch x `embedding`, row-major */
  forward(h: Float32Array, w: readonly Preference[]): Float32Array {
    const { layout, shape } = this.#policy
    const batch = w.length
    const pairs = Float32Array.from(w.flatMap(({ quality, cost }) => [quality, cost]))
    const encoded = relu(this.#dense(pairs, layout.phi1, layout.phi1Bias, batch))
    const u = relu(this.#dense(encoded, layout.phi2, layout.phi2Bias, batch))
    const width = shape.embedding + shape.preference
    const input = new Float32Array(batch * width)
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < shape.embedding; j++) input[i * width + j] = h[i * shape.embedding + j]
      for (let j = 0; j < shape.preference; j++) {
        input[i * width + shape.embedding + j] = u[i * shape.preference + j]
      }
    }
    const hidden = relu(this.#dense(input, layout.head1, layout.head1Bias, batch))
    const logits = this.#dense(hidden, layout.head2, layout.head2Bias, batch)
    for (let i = 0; i < batch; i++) {
      const row = logits.subarray(i * shape.arms, (i + 1) * shape.arms)
      softmax(row, row)
    }
    this.#inputs = [pairs, encoded, input, hidden]
    return logits
  }

  backward(logitGradient: Float32Array, batch: number): Float32Array {
    const { layout, shape } = this.#policy
    const [pairs, encoded, input, hidden] = this.#inputs
    const gradient = new Float32Array(layout.size)
    const atHidden = this.#backThrough(layout.head2, layout.head2Bias, hidden, logitGradient, batch, gradient)
    const atInput = this.#backThrough(layout.head1, layout.head1Bias, input, atHidden, batch, gradient)
    const width = shape.embedding + shape.preference
    const atU = new Float32Array(batch * shape.preference)
    const u = new Float32Array(batch * shape.preference)
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < shape.preference; j++) {
        atU[i * shape.preference + j] = atInput[i * width + shape.embedding + j]
        u[i * shape.preference + j] = input[i * width + shape.embedding + j]
      }
    }
    const atEncoded = this.#backThrough(layout.phi2, layout.phi2Bias, encoded, atU, batch, gradient)
    this.#backThrough(layout.phi1, layout.phi1Bias, pairs, atEncoded, batch, gradient)
    return gradient
  }

  #dense(input: Float32Array, matrix: TensorSlot, bias: TensorSlot, batch: number): Float32Array {
    const { parameters } = this.#policy
    const { rows, columns, offset } = matrix
    const out = new Float32Array(batch * columns)
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = parameters[bias.offset + j]
        for (let r = 0; r < rows; r++) sum += input[i * rows + r] * parameters[offset + r * columns + j]
        out[i * columns + j] = sum
      }
    }
    return out
  }

  /** Adds a layer's gradients; returns the gradient at its input, zero where that is zero. */
  #backThrough(
    { rows, columns, offset }: TensorSlot,
    bias: TensorSlot,
    input: Float32Array,
    atOutput: Float32Array,
    batch: number,
    gradient: Float32Array,
  ): Float32Array {
    const { parameters } = this.#policy
    const atInput = new Float32Array(input.length)
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < columns; j++) gradient[bias.offset + j] += atOutput[i * columns + j]
      for (let r = 0; r < rows; r++) {
        const x = input[i * rows + r]
        let sum = 0
        for (let j = 0; j < columns; j++) {
          gradient[offset + r * columns + j] += x * atOutput[i * columns + j]
          sum += parameters[offset + r * columns + j] * atOutput[i * columns + j]
        }
        atInput[i * rows + r] = x === 0 ? 0 : sum
      }
    }
    return atInput
  }
}

/** A trainer without the conveniences: default settings but for what is read here, and no record. */
export class NaiveTrainer {
  readonly #environment: BanditEnvironment
  readonly #policy: Policy
  readonly #settings: TrainingSettings
  readonly #network: NaiveNetwork
  readonly #rounds: Rounds
  readonly #baseline: Baseline
  readonly #mean: Float32Array
  readonly #square: Float32Array
  readonly #averaged: Float32Array
  readonly #arms = createStream(1, 'naive/arms')
  readonly #noise = createStream(1, 'naive/noise')
  #step = 0

  constructor(environment: BanditEnvironment, policy: Policy, settings: TrainingSettings) {
    this.#environment = environment
    this.#policy = policy
    this.#settings = settings
    this.#network = new NaiveNetwork(policy)
    this.#rounds = createRounds(environment.size, settings, 1)
    this.#baseline = createBaseline(settings.baseline)
    this.#mean = new Float32Array(policy.parameters.length)
    this.#square = new Float32Array(policy.parameters.length)
    this.#averaged = policy.parameters.slice()
  }

  step(): void {
    const { batchSize, entropyWeight, learningRate, averaging, embeddingNoise, gradientClip } = this.#settings
    const environment = this.#environment
    const { prompts, preferences } = this.#rounds.next(batchSize)
    const h = Float32Array.from(Array.from(prompts, prompt => [...environment.embedding(prompt)]).flat())
    for (let i = 0; i < h.length; i++) h[i] += embeddingNoise * this.#noise.normal()
    const probabilities = this.#network.forward(h, preferences)
    const k = environment.arms
    const arms = Array.from(prompts, (_, i) =>
      sampleCategorical(probabilities.subarray(i * k, (i + 1) * k), this.#arms),
    )
    const rewards = Float64Array.from(arms, (arm, i) =>
      reward(preferences[i], environment.reveal(prompts[i], arm), environment.tauUsd),
    )
    const advantages = this.#baseline.advantages(rewards, preferences)
    const gradient = this.#network.backward(
      reinforceGradient({ probabilities, arms, advantages }, entropyWeight),
      batchSize,
    )
    this.#update(gradient, learningRate, gradientClip, averaging)
  }

  /** Clipping, Adam and the running average. */
  #update(gradient: Float32Array, learningRate: number, clip: number, averaging: number): void {
    this.#step++
    const { parameters } = this.#policy
    const length = Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0))
    const scale = length > clip ? clip / length : 1
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i] * scale
      this.#mean[i] = 0.9 * this.#mean[i] + 0.1 * g
      this.#square[i] = 0.999 * this.#square[i] + 0.001 * g * g
      const mean = this.#mean[i] / (1 - 0.9 ** this.#step)
      const square = this.#square[i] / (1 - 0.999 ** this.#step)
      parameters[i] -= (learningRate * mean) / (Math.sqrt(square) + 1e-7)
      this.#averaged[i] = averaging * this.#averaged[i] + (1 - averaging) * parameters[i]
    }
  }
}

function relu(values: Float32Array): Float32Array {
  return values.map(x => Math.max(0, x))
}
