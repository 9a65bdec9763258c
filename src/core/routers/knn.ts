/**
 * RouterBench's kNN router (arXiv 2403.12031, Sec. 4.1), full information: an LLM's score and cost on a prompt are taken to be
 * their means over the nearest training prompts by cosine similarity. It needs no training.
 */
import type { DialRule } from '../bandit/dialRule.ts'
import { gridStep } from '../bandit/preference.ts'
import type { Router } from '../evaluation/routers.ts'
import { nearestRows } from '../math/nearest.ts'
import { EMBEDDING_SIZE, embeddingsOf, type World } from '../world/world.ts'
import { dialOf } from './dialOf.ts'
import type { FullInformationEntry } from './learner.ts'
import type { OutcomeTable } from './table.ts'

/** Neighbours averaged. */
const KNN_NEIGHBOURS = 40

/**
 * What the nearest training prompts say about some prompts: predicted score and scaled cost, queries x K each, row-major.
 * @param queries unit vectors, one after the other
 * @param width numbers in each
 */
export function knnPredictions(
  table: OutcomeTable,
  queries: Float32Array,
  width: number,
  neighbours = KNN_NEIGHBOURS,
): { readonly quality: Float32Array; readonly cost: Float32Array } {
  const { arms } = table
  const { k, index } = nearestRows(queries, table.embeddings, width, neighbours)
  const count = queries.length / width
  const quality = new Float32Array(count * arms)
  const cost = new Float32Array(count * arms)
  for (let i = 0; i < count; i++) {
    for (let n = 0; n < k; n++) {
      const from = index[i * k + n] * arms
      for (let arm = 0; arm < arms; arm++) {
        quality[i * arms + arm] += table.quality[from + arm] / k
        cost[i * arms + arm] += table.cost[from + arm] / k
      }
    }
  }
  return { quality, cost }
}

/** The router for one prompt at a time. */
export function knnRule(table: OutcomeTable, neighbours = KNN_NEIGHBOURS): DialRule {
  return embedding => {
    const { quality, cost } = knnPredictions(table, embedding, embedding.length, neighbours)
    return dialOf(quality, cost, table.arms)
  }
}

/**
 * The router for many prompts of a world: their neighbours are found together, when the first of them is asked for.
 * @param rows prompts that it may be asked about; it throws a RangeError for any other
 */
export function knnRouter(name: string, world: World, rows: Uint32Array, table: OutcomeTable): Router {
  let predicted: ReturnType<typeof knnPredictions> | null = null
  const place = new Map(Array.from(rows, (row, i) => [row, i]))
  const dial = (row: number) => {
    predicted ??= knnPredictions(table, embeddingsOf(world, rows), EMBEDDING_SIZE)
    const i = place.get(row)
    if (i === undefined) throw new RangeError(`kNN was not prepared for row ${row}.`)
    return dialOf(predicted.quality, predicted.cost, table.arms, i * table.arms)
  }
  return { name, dial, choose: (row, w) => dial(row)[gridStep(w)] }
}

export const KNN = {
  id: 'knn',
  label: 'kNN',
  information: 'full',
  trains: false,
  create({ table }) {
    const outcomes = table()
    return {
      freeze: () => knnRule(outcomes),
      router: (name, world, rows) => knnRouter(name, world, rows, outcomes),
    }
  },
} as const satisfies FullInformationEntry
