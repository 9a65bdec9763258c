/**
 * RouterBench's MLP router (arXiv 2403.12031, Sec. 4.1), full information: a network predicts every LLM's score and scaled cost
 * from the prompt alone, from whole rows of the table, and w enters only when the predictions are weighed:
 *
 *     z = relu(h W + b),  [q ; c] = z V + d,  loss = mean over prompts of 1/2 |[q ; c] - truth|^2,  route = argmax w_q q - w_c c
 *
 * One hidden layer of 256, as the policy's, and the same noise, schedule and averaging. A reference, not a bandit.
 */
import type { DialRule } from '../bandit/dialRule.ts'
import { Adam } from '../learning/adam.ts'
import { averageParameters } from '../learning/averaging.ts'
import { noisyEmbeddings } from '../learning/noise.ts'
import type { StepRecord } from '../learning/record.ts'
import { scheduleFactor } from '../learning/schedule.ts'
import { createStream, type RandomStream } from '../math/random.ts'
import { addBias, addProduct, relu } from '../network/affine.ts'
import { Dense, reluBackward } from '../network/dense.ts'
import type { TensorSlot } from '../policy/shape.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'
import { bestArm, dialOf } from './dialOf.ts'
import type { FullInformationEntry, FullInformationParts, Learner } from './learner.ts'
import { recordOf } from './pulls.ts'
import type { OutcomeTable } from './table.ts'

const HIDDEN = 256
const LEARNING_RATE = 1e-3

export class MlpFullInformation implements Learner {
  readonly #parts: FullInformationParts
  readonly #table: OutcomeTable
  readonly #slots: MlpSlots
  readonly #parameters: Float32Array
  readonly #averaged: Float32Array
  readonly #gradient: Float32Array
  readonly #first: Dense
  readonly #second: Dense
  readonly #adam: Adam
  readonly #noise: RandomStream
  #step = 0

  /** Draws from the streams `mlp/initialisation` and `mlp/noise`; its environment is for the record alone. */
  constructor(parts: FullInformationParts) {
    const { seed, multiply } = parts
    this.#parts = parts
    this.#table = parts.table()
    this.#slots = slotsOf(this.#table.arms)
    this.#parameters = initialise(this.#slots, createStream(seed, 'mlp/initialisation'))
    this.#averaged = this.#parameters.slice()
    this.#gradient = new Float32Array(this.#parameters.length)
    const network = { parameters: this.#parameters }
    this.#first = new Dense(network, this.#slots.first, this.#slots.firstBias, multiply)
    this.#second = new Dense(network, this.#slots.second, this.#slots.secondBias, multiply)
    this.#adam = new Adam(this.#parameters.length)
    this.#noise = createStream(seed, 'mlp/noise')
  }

  async step(): Promise<StepRecord> {
    const { environment, rounds, settings, tauUsd } = this.#parts
    const table = this.#table
    const { prompts, preferences } = rounds.next(settings.batchSize)
    const { arms } = table
    const batch = prompts.length
    const input = noisyEmbeddings(environment, prompts, settings.embeddingNoise, this.#noise)
    const hidden = await this.#first.forward([input], batch, 'relu')
    const output = await this.#second.forward([hidden], batch, 'linear')
    const error = output.map((predicted, at) => {
      const [prompt, j] = [prompts[Math.floor(at / (2 * arms))], at % (2 * arms)]
      const truth = j < arms ? table.quality[prompt * arms + j] : table.cost[prompt * arms + j - arms]
      return (predicted - truth) / batch
    })
    await this.#second.weightGradient(error, this.#gradient)
    const hiddenError = reluBackward(await this.#second.inputGradient(error), hidden)
    await this.#first.weightGradient(hiddenError, this.#gradient)
    this.#adam.step(this.#parameters, this.#gradient, LEARNING_RATE * scheduleFactor(settings, this.#step))
    this.#step++
    averageParameters(this.#averaged, this.#parameters, this.#step, settings.averaging)
    const pulls = preferences.map((w, i) => {
      const own = output.subarray(2 * i * arms, 2 * (i + 1) * arms)
      const arm = bestArm(own, own.subarray(arms), arms, w)
      return { prompt: prompts[i], w, arm, outcome: environment.reveal(prompts[i], arm) }
    })
    return recordOf(this.#step, pulls, arms, tauUsd)
  }

  freeze(): DialRule {
    const parameters = this.#averaged.slice()
    const { arms } = this.#table
    return embedding => {
      const predicted = predict(parameters, this.#slots, embedding)
      return dialOf(predicted, predicted.subarray(arms), arms)
    }
  }
}

/** Where the four tensors lie in the flat vector. */
interface MlpSlots {
  readonly first: TensorSlot
  readonly firstBias: TensorSlot
  readonly second: TensorSlot
  readonly secondBias: TensorSlot
  readonly size: number
}

function slotsOf(arms: number): MlpSlots {
  const first = { offset: 0, rows: EMBEDDING_SIZE, columns: HIDDEN }
  const firstBias = { offset: EMBEDDING_SIZE * HIDDEN, rows: 1, columns: HIDDEN }
  const second = { offset: firstBias.offset + HIDDEN, rows: HIDDEN, columns: 2 * arms }
  const secondBias = { offset: second.offset + HIDDEN * 2 * arms, rows: 1, columns: 2 * arms }
  return { first, firstBias, second, secondBias, size: secondBias.offset + 2 * arms }
}

/** Weights and biases uniform in +-1/sqrt(fan in), as the policy's. */
function initialise({ second, size }: MlpSlots, stream: RandomStream): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => {
    const fanIn = i < second.offset ? EMBEDDING_SIZE : HIDDEN
    return (2 * stream.uniform() - 1) / Math.sqrt(fanIn)
  })
}

/** Predicted scores and scaled costs of one prompt, 2 K numbers, in plain loops. */
function predict(parameters: Float32Array, slots: MlpSlots, embedding: Float32Array): Float32Array {
  const hidden = new Float32Array(HIDDEN)
  addBias(parameters, slots.firstBias, hidden)
  addProduct(parameters, slots.first, 0, embedding, EMBEDDING_SIZE, hidden)
  relu(hidden)
  const output = new Float32Array(slots.second.columns)
  addBias(parameters, slots.secondBias, output)
  addProduct(parameters, slots.second, 0, hidden, HIDDEN, output)
  return output
}

export const MLP = {
  id: 'mlp',
  label: 'MLP',
  information: 'full',
  trains: true,
  create: parts => new MlpFullInformation(parts),
} as const satisfies FullInformationEntry
