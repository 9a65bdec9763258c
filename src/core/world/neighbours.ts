/** What a world can say about a prompt that is not in it: the mean over its nearest prompts. */
import type { Outcome } from '../bandit/reward.ts'
import { mean } from '../math/statistics.ts'
import { dot } from '../math/vectors.ts'
import { expectedOutcome } from './expectation.ts'
import { EMBEDDING_SIZE, type World } from './world.ts'

/** Prompts behind an estimate. */
export const NEIGHBOURS = 20

export interface Estimate {
  /** Expected outcome of each LLM, averaged over the nearest prompts. */
  readonly outcomes: readonly Outcome[]
  /** Prompts averaged. */
  readonly n: number
  /** Cosine similarity of the nearest and of the farthest of them. */
  readonly nearest: number
  readonly farthest: number
}

/** Nearest-neighbour estimate for a unit vector of 384 numbers. */
export function estimateOutcomes(world: World, embedding: Float32Array): Estimate {
  const similarity = Float32Array.from({ length: world.size }, (_, row) =>
    dot(embedding, world.embeddings, EMBEDDING_SIZE, 0, row * EMBEDDING_SIZE),
  )
  const rows = Array.from(similarity.keys())
    .sort((a, b) => similarity[b] - similarity[a])
    .slice(0, NEIGHBOURS)
  return {
    n: rows.length,
    nearest: similarity[rows[0]],
    farthest: similarity[rows[rows.length - 1]],
    outcomes: world.llms.map((_, arm) => {
      const outcomes = rows.map(row => expectedOutcome(world, row, arm))
      return { quality: mean(outcomes.map(o => o.quality)), costUsd: mean(outcomes.map(o => o.costUsd)) }
    }),
  }
}
