import { quantile } from '../math/statistics.ts'
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
export function createMeasuredWorld({ rows, ...log }: MeasuredLog): World {
  const family = Uint8Array.from(rows, row => log.families.findIndex(f => f.id === row.family))
  const split = measuredSplit(
    log.families,
    family,
    rows.map(row => row.text),
  )
  const k = log.llms.length
  const score = new Float64Array(rows.length * k)
  const costUsd = new Float64Array(rows.length * k)
  rows.forEach((row, i) => {
    score.set(row.score, i * k)
    costUsd.set(row.costUsd, i * k)
  })
  return createWorldOfTables({ ...log, family, split, score, costUsd })
}

/** The split of every prompt: whole families to `ood`, the rest by text. */
export function measuredSplit(
  families: readonly Family[],
  family: Uint8Array,
  texts: readonly string[],
): Uint8Array {
  return family.map((f, i) => SPLITS.indexOf(families[f].outOfDistribution ? 'ood' : splitOfText(texts[i])))
}

/** A measured log as columns: what a large one is handled as. */
export interface MeasuredTables extends Omit<MeasuredLog, 'rows'> {
  readonly family: Uint8Array
  readonly split: Uint8Array
  /** Rows x arms, arms in the roster's order. */
  readonly score: Float64Array
  readonly costUsd: Float64Array
}

/** A world of such columns, arms sorted from the cheapest to the dearest. */
export function createWorldOfTables(tables: MeasuredTables): World {
  const { id, title, card, families, family, split, llms, embeddings } = tables
  const k = llms.length
  const order = orderByTrainingCost(split, tables.costUsd, k)
  const reorder = (table: Float64Array) => {
    const sorted = new Float32Array(table.length)
    for (let i = 0; i < sorted.length; i++) sorted[i] = table[i - (i % k) + order[i % k]]
    return sorted
  }
  return {
    id,
    title,
    card,
    families,
    family,
    split,
    embeddings,
    llms: order.map(arm => llms[arm]),
    size: family.length,
    number: numberWithinFamily(family),
    score: reorder(tables.score),
    costUsd: reorder(tables.costUsd),
    simulation: null,
    tauUsd: trainingTau(split, tables.costUsd, k),
    texts: {},
  }
}

/** Arms from the cheapest to the dearest, by mean cost over the training rows. @param costUsd rows x arms, row-major */
export function orderByTrainingCost(split: Uint8Array, costUsd: ArrayLike<number>, arms: number): number[] {
  const costs = trainingCells(split, costUsd, arms)
  const sum = new Float64Array(arms)
  costs.forEach((cost, cell) => {
    sum[cell % arms] += cost
  })
  return Array.from(sum.keys()).sort((a, b) => sum[a] - sum[b])
}

/** The reward's tau: the 95th percentile of all training costs, dollars. @param costUsd rows x arms, row-major */
export function trainingTau(split: Uint8Array, costUsd: ArrayLike<number>, arms: number): number {
  return quantile(trainingCells(split, costUsd, arms), 0.95)
}

function trainingCells(split: Uint8Array, table: ArrayLike<number>, arms: number): Float64Array {
  const cells = new Float64Array(split.filter(s => s === TRAIN).length * arms)
  let next = 0
  split.forEach((s, row) => {
    if (s !== TRAIN) return
    for (let arm = 0; arm < arms; arm++) cells[next++] = table[row * arms + arm]
  })
  return cells
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
