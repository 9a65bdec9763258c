/**
 * RouterBench's MLP router (arXiv 2403.12031, Sec. 4.1), full information: a network predicts every LLM's score and scaled cost
 * from the prompt alone, from whole rows of the table, and w enters only when the predictions are weighed:
 *
 *     z = relu(h W + b),  [q ; c] = z V + d,  loss = mean squared error,  route = argmax w_q q - w_c c
 *
 * One hidden layer of 256, as the policy's. A reference, not a bandit.
 */
import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import type { Preference } from '../../core/bandit/preference.ts'
import type { Rounds } from '../../core/bandit/rounds.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { Adam } from '../../core/learning/adam.ts'
import type { StepRecord } from '../../core/learning/record.ts'
import { createStream, type RandomStream } from '../../core/math/random.ts'
import type { TensorSlot } from '../../core/policy/shape.ts'
import { bestArm, dialOf } from '../../core/routers/dialOf.ts'
import type { DialRule, StudyLearner } from '../../core/routers/learner.ts'
import { recordOf } from '../../core/routers/pulls.ts'
import type { OutcomeTable } from '../../core/routers/table.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { addWeightGradient, denseForward, inputGradient, rectify } from '../trainer/layers.ts'

const HIDDEN = 256
const LEARNING_RATE = 1e-3

export interface MlpParts {
  /** Reveals what its choices yield; it learns from the table. */
  readonly environment: BanditEnvironment
  readonly table: OutcomeTable
  readonly rounds: Rounds
  readonly settings: TrainingSettings
  /** The run's tau, dollars. */
  readonly tauUsd: number
}

export class MlpFullInformation implements StudyLearner {
  readonly #parts: MlpParts
  readonly #layers: MlpLayers
  readonly #parameters: Float32Array
  readonly #averaged: Float32Array
  readonly #adam: Adam
  readonly #noise: RandomStream
  #step = 0

  /** @param seed of the streams `mlp/initialisation` and `mlp/noise` */
  constructor(parts: MlpParts, seed: number) {
    this.#parts = parts
    this.#layers = mlpLayers(parts.table.arms)
    this.#parameters = initialise(this.#layers, createStream(seed, 'mlp/initialisation'))
    this.#averaged = this.#parameters.slice()
    this.#adam = new Adam(this.#parameters.length)
    this.#noise = createStream(seed, 'mlp/noise')
  }

  async step(): Promise<StepRecord> {
    const { environment, table, rounds, settings, tauUsd } = this.#parts
    const { prompts, preferences } = rounds.next(settings.batchSize)
    const input = new Float32Array(prompts.length * EMBEDDING_SIZE)
    prompts.forEach((prompt, i) => {
      input.set(environment.embedding(prompt), i * EMBEDDING_SIZE)
    })
    if (settings.embeddingNoise > 0) {
      for (let i = 0; i < input.length; i++) input[i] += settings.embeddingNoise * this.#noise.normal()
    }
    const { hidden, output } = forward(this.#parameters, this.#layers, input, prompts.length)
    const outputs = 2 * table.arms
    const gradient = new Float32Array(output.length)
    const pulls = preferences.map((w, i) => {
      const prompt = prompts[i]
      for (let arm = 0; arm < table.arms; arm++) {
        const [q, c] = [i * outputs + arm, i * outputs + table.arms + arm]
        gradient[q] = (output[q] - table.quality[prompt * table.arms + arm]) / prompts.length
        gradient[c] = (output[c] - table.cost[prompt * table.arms + arm]) / prompts.length
      }
      const own = output.subarray(i * outputs, (i + 1) * outputs)
      const arm = bestArm(own, own.subarray(table.arms), table.arms, w)
      return { prompt, w, arm, outcome: environment.reveal(prompt, arm) }
    })
    const { first, firstBias, second, secondBias, size } = this.#layers
    const total = new Float32Array(size)
    addWeightGradient(total, second, secondBias, hidden, gradient, prompts.length)
    const back = inputGradient(this.#parameters, second, 0, gradient, hidden, prompts.length)
    addWeightGradient(total, first, firstBias, input, back, prompts.length)
    const decay =
      settings.schedule === 'cosine' ? (1 + Math.cos((Math.PI * this.#step) / settings.steps)) / 2 : 1
    this.#adam.step(this.#parameters, total, LEARNING_RATE * decay)
    this.#step++
    const kept = Math.min(settings.averaging, this.#step / (this.#step + 10))
    for (let i = 0; i < size; i++) this.#averaged[i] += (1 - kept) * (this.#parameters[i] - this.#averaged[i])
    return recordOf(this.#step, pulls, table.arms, tauUsd)
  }

  route(embedding: Float32Array, w: Preference): number {
    const { arms } = this.#parts.table
    const { output } = forward(this.#averaged, this.#layers, embedding, 1)
    return bestArm(output, output.subarray(arms), arms, w)
  }

  freeze(): DialRule {
    const parameters = this.#averaged.slice()
    const { arms } = this.#parts.table
    return embedding => {
      const { output } = forward(parameters, this.#layers, embedding, 1)
      return dialOf(output, output.subarray(arms), arms)
    }
  }
}

interface MlpLayers {
  readonly first: TensorSlot
  readonly firstBias: TensorSlot
  readonly second: TensorSlot
  readonly secondBias: TensorSlot
  readonly size: number
}

function mlpLayers(arms: number): MlpLayers {
  const first = { offset: 0, rows: EMBEDDING_SIZE, columns: HIDDEN }
  const firstBias = { offset: EMBEDDING_SIZE * HIDDEN, rows: 1, columns: HIDDEN }
  const second = { offset: firstBias.offset + HIDDEN, rows: HIDDEN, columns: 2 * arms }
  const secondBias = { offset: second.offset + HIDDEN * 2 * arms, rows: 1, columns: 2 * arms }
  return { first, firstBias, second, secondBias, size: secondBias.offset + 2 * arms }
}

/** Weights and biases uniform in +-1/sqrt(fan in), as the policy's. */
function initialise({ firstBias, second, size }: MlpLayers, stream: RandomStream): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => {
    const fanIn = i < second.offset ? EMBEDDING_SIZE : firstBias.columns
    return (2 * stream.uniform() - 1) / Math.sqrt(fanIn)
  })
}

function forward(parameters: Float32Array, layers: MlpLayers, input: Float32Array, batch: number) {
  const hidden = denseForward(parameters, layers.first, layers.firstBias, input, batch)
  rectify(hidden)
  const output = denseForward(parameters, layers.second, layers.secondBias, hidden, batch)
  return { hidden, output }
}
