/** What a world can say about a prompt that is not in it: the mean over its nearest prompts. */
import type { Outcome } from '../bandit/reward.ts'
import { nearestRows } from '../math/nearest.ts'
import { mean } from '../math/statistics.ts'
import { expectedOutcome } from './expectation.ts'
import { EMBEDDING_SIZE, type World } from './world.ts'

/** Prompts behind an estimate. */
export const NEIGHBOURS = 20

export interface Estimate {
  /** Expected outcome of each LLM, averaged over the nearest prompts. */
  readonly outcomes: readonly Outcome[]
  /** Prompts averaged: NEIGHBOURS, or all of a smaller world. */
  readonly n: number
  /** Cosine similarity of the nearest and of the farthest of them, in [-1, 1]. */
  readonly nearest: number
  readonly farthest: number
}

/** Nearest-neighbour estimate for a unit vector of 384 numbers. @param world at least one prompt */
export function estimateOutcomes(world: World, embedding: Float32Array): Estimate {
  const { k: n, index, similarity } = nearestRows(embedding, world.embeddings, EMBEDDING_SIZE, NEIGHBOURS)
  const rows = Array.from(index)
  return {
    n,
    nearest: similarity[0],
    farthest: similarity[n - 1],
    outcomes: world.llms.map((_, arm) => {
      const outcomes = rows.map(row => expectedOutcome(world, row, arm))
      return { quality: mean(outcomes.map(o => o.quality)), costUsd: mean(outcomes.map(o => o.costUsd)) }
    }),
  }
}
