import { scaledCost } from '../bandit/reward.ts'
import { expectedOutcome } from '../world/expectation.ts'
import { embeddingsOf, type World } from '../world/world.ts'

/** Whole rows of a world's table, every arm of every prompt: what full-information references learn from, and no bandit ever gets. */
export interface OutcomeTable {
  /** K, the number of LLMs. */
  readonly arms: number
  /** Prompts; row i is prompt i of an environment over the same rows. */
  readonly size: number
  /** Unit vectors, size x 384. */
  readonly embeddings: Float32Array
  /** Expected scores, size x K. */
  readonly quality: Float32Array
  /** Expected costs on the reward's scale, min(c / tau, 1), size x K. */
  readonly cost: Float32Array
}

/**
 * The table of some rows, by expected outcomes: those of a simulated world are not drawn.
 * @param rows prompts by their index in the world
 * @param tauUsd > 0, dollars
 */
export function readTable(world: World, rows: Uint32Array, tauUsd: number): OutcomeTable {
  const k = world.llms.length
  const quality = new Float32Array(rows.length * k)
  const cost = new Float32Array(rows.length * k)
  rows.forEach((row, i) => {
    for (let arm = 0; arm < k; arm++) {
      const outcome = expectedOutcome(world, row, arm)
      quality[i * k + arm] = outcome.quality
      cost[i * k + arm] = scaledCost(outcome.costUsd, tauUsd)
    }
  })
  return { arms: k, size: rows.length, embeddings: embeddingsOf(world, rows), quality, cost }
}
