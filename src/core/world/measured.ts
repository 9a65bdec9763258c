import { mean, quantile } from '../math/statistics.ts'
import { splitOfText } from './split.ts'
import {
  type DataCard,
  EMBEDDING_SIZE,
  type Family,
  type Llm,
  numberWithinFamily,
  SPLITS,
  TRAIN,
  type World,
} from './world.ts'

/** One prompt of a routing log. Arrays are in the roster's order. */
export interface LogRow {
  readonly family: string
  readonly text: string
  /** Scores in [0, 1]. */
  readonly score: readonly number[]
  /** Dollars a call. */
  readonly costUsd: readonly number[]
}

export interface MeasuredLog {
  readonly id: string
  readonly title: string
  readonly card: DataCard
  readonly llms: readonly Llm[]
  /** Families by id; every row's family must be among them. */
  readonly families: readonly Family[]
  readonly rows: readonly LogRow[]
  /** Unit vectors, rows x 384. */
  readonly embeddings: Float32Array
}

/** A world of logged outcomes: what was scored and paid is what a pull reveals. The texts stay outside. */
export function createMeasuredWorld(log: MeasuredLog): World {
  const { rows, families } = log
  const family = Uint8Array.from(rows, row => families.findIndex(f => f.id === row.family))
  const split = Uint8Array.from(rows, (row, i) =>
    SPLITS.indexOf(families[family[i]].outOfDistribution ? 'ood' : splitOfText(row.text)),
  )
  const costs = rows.map(row => row.costUsd)
  const order = orderByTrainingCost(split, costs)
  const score = rows.flatMap(row => order.map(arm => row.score[arm]))
  const costUsd = rows.flatMap(row => order.map(arm => row.costUsd[arm]))
  return {
    ...{ id: log.id, title: log.title, card: log.card, families, family, split },
    llms: order.map(arm => log.llms[arm]),
    size: rows.length,
    number: numberWithinFamily(family),
    embeddings: log.embeddings,
    score: Float32Array.from(score),
    costUsd: Float32Array.from(costUsd),
    simulation: null,
    tauUsd: trainingTau(split, costs),
    texts: {},
  }
}

/** Arms from the cheapest to the dearest, by mean cost over the training rows. @param costUsd rows x arms */
export function orderByTrainingCost(split: Uint8Array, costUsd: readonly (readonly number[])[]): number[] {
  const training = trainingRows(split, costUsd)
  const meanCost = costUsd[0].map((_, arm) => mean(training.map(row => row[arm])))
  return meanCost.map((_, arm) => arm).sort((a, b) => meanCost[a] - meanCost[b])
}

/** The reward's tau: the 95th percentile of all training costs, dollars. @param costUsd rows x arms */
export function trainingTau(split: Uint8Array, costUsd: readonly (readonly number[])[]): number {
  return quantile(trainingRows(split, costUsd).flat(), 0.95)
}

function trainingRows<T>(split: Uint8Array, rows: readonly T[]): T[] {
  return rows.filter((_, i) => split[i] === TRAIN)
}

/** Rows of a world restricted to `rows`, in that order: the small part that a first screen needs. */
export function restrictWorld(world: World, rows: readonly number[], texts: World['texts']): World {
  const k = world.llms.length
  const pick = <T extends Float32Array | Uint8Array | Uint16Array>(column: T, width: number, out: T): T => {
    rows.forEach((row, i) => {
      for (let j = 0; j < width; j++) out[i * width + j] = column[row * width + j]
    })
    return out
  }
  const n = rows.length
  return {
    ...world,
    size: n,
    texts,
    family: pick(world.family, 1, new Uint8Array(n)),
    number: pick(world.number, 1, new Uint16Array(n)),
    split: pick(world.split, 1, new Uint8Array(n)),
    embeddings: pick(world.embeddings, EMBEDDING_SIZE, new Float32Array(n * EMBEDDING_SIZE)),
    score: pick(world.score, k, new Float32Array(n * k)),
    costUsd: pick(world.costUsd, k, new Float32Array(n * k)),
    simulation: world.simulation && {
      ...world.simulation,
      success: pick(world.simulation.success, k, new Float32Array(n * k)),
      promptTokens: pick(world.simulation.promptTokens, 1, new Uint16Array(n)),
    },
  }
}
