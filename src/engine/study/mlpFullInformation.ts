/**
 * RouterBench's MLP router (arXiv 2403.12031, Sec. 4.1), full information: a network predicts every LLM's score and scaled cost
 * from the prompt alone, from whole rows of the table, and w enters only when the predictions are weighed:
 *
 *     z = relu(h W + b),  [q ; c] = z V + d,  loss = mean over prompts of 1/2 |[q ; c] - truth|^2,  route = argmax w_q q - w_c c
 *
 * One hidden layer of 256, as the policy's, and the same noise, schedule and averaging. A reference, not a bandit.
 */
import type { DialRule } from '../../core/bandit/dialRule.ts'
import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import type { Preference } from '../../core/bandit/preference.ts'
import type { Rounds } from '../../core/bandit/rounds.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { Adam } from '../../core/learning/adam.ts'
import { averageParameters } from '../../core/learning/averaging.ts'
import { noisyEmbeddings } from '../../core/learning/noise.ts'
import type { StepRecord } from '../../core/learning/record.ts'
import { scheduleFactor } from '../../core/learning/schedule.ts'
import { createStream, type RandomStream } from '../../core/math/random.ts'
import type { TensorSlot } from '../../core/policy/shape.ts'
import { bestArm, dialOf } from '../../core/routers/dialOf.ts'
import type { StudyLearner } from '../../core/routers/learner.ts'
import { recordOf } from '../../core/routers/pulls.ts'
import type { OutcomeTable } from '../../core/routers/table.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { Dense, reluBackward } from '../trainer/dense.ts'

const HIDDEN = 256
const LEARNING_RATE = 1e-3

export interface MlpParts {
  /** Reveals what its choices yield, for the record; it learns from the table. */
  readonly environment: BanditEnvironment
  readonly table: OutcomeTable
  readonly rounds: Rounds
  readonly settings: TrainingSettings
  /** The run's tau, dollars. */
  readonly tauUsd: number
}

export class MlpFullInformation implements StudyLearner {
  readonly #parts: MlpParts
  readonly #slots: MlpSlots
  readonly #parameters: Float32Array
  readonly #averaged: Float32Array
  readonly #gradient: Float32Array
  readonly #first: Dense
  readonly #second: Dense
  readonly #adam: Adam
  readonly #noise: RandomStream
  #step = 0

  /** @param seed of the streams `mlp/initialisation` and `mlp/noise` */
  constructor(parts: MlpParts, seed: number) {
    this.#parts = parts
    this.#slots = slotsOf(parts.table.arms)
    this.#parameters = initialise(this.#slots, createStream(seed, 'mlp/initialisation'))
    this.#averaged = this.#parameters.slice()
    this.#gradient = new Float32Array(this.#parameters.length)
    const network = { parameters: this.#parameters }
    this.#first = new Dense(network, this.#slots.first, this.#slots.firstBias)
    this.#second = new Dense(network, this.#slots.second, this.#slots.secondBias)
    this.#adam = new Adam(this.#parameters.length)
    this.#noise = createStream(seed, 'mlp/noise')
  }

  async step(): Promise<StepRecord> {
    const { environment, table, rounds, settings, tauUsd } = this.#parts
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

  route(embedding: Float32Array, w: Preference): number {
    const { arms } = this.#parts.table
    const predicted = predict(this.#averaged, this.#slots, embedding)
    return bestArm(predicted, predicted.subarray(arms), arms, w)
  }

  freeze(): DialRule {
    const parameters = this.#averaged.slice()
    const { arms } = this.#parts.table
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
  const hidden = affine(parameters, slots.first, slots.firstBias, embedding).map(x => Math.max(0, x))
  return affine(parameters, slots.second, slots.secondBias, hidden)
}

function affine(
  parameters: Float32Array,
  { offset, rows, columns }: TensorSlot,
  bias: TensorSlot,
  input: Float32Array,
): Float32Array {
  const output = parameters.slice(bias.offset, bias.offset + columns)
  for (let r = 0, at = offset; r < rows; r++, at += columns) {
    const x = input[r]
    if (x !== 0) for (let j = 0; j < columns; j++) output[j] += x * parameters[at + j]
  }
  return output
}
