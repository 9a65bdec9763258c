import { createStream, resumeStream, type StreamState } from '../math/random.ts'
import { drawOutcome } from '../world/expectation.ts'
import { embeddingOf, TRAIN, type World } from '../world/world.ts'
import type { Outcome } from './reward.ts'

/**
 * All that a bandit learner may know of a world. The outcome tables stay in the closure of
 * `createEnvironment`; `reveal` is the only way to learn an outcome, one pulled arm at a time.
 */
export interface BanditEnvironment {
  /** K, the number of LLMs. */
  readonly arms: number
  /** Prompts in this environment; they are numbered from 0. */
  readonly size: number
  /** Cost scale and cap of the reward, dollars. */
  readonly tauUsd: number
  /** Embedding of a prompt: a unit vector of 384 numbers (a view; do not write to it). */
  embedding(prompt: number): Float32Array
  /**
   * Pull one arm for one prompt and see its outcome: the fixed one of the table, but for training prompts of a simulated
   * world, where every pull draws afresh.
   */
  reveal(prompt: number, arm: number): Outcome
  /** Where the stream of simulated outcomes stands. */
  position(): StreamState
  /** Goes on drawing outcomes from there. */
  resume(position: StreamState): void
}

/**
 * An environment over some rows of a world.
 * @param rows prompts by their index in the world
 * @param seed of the stream `environment/outcomes`, from which simulated outcomes are drawn
 * @throws RangeError from `reveal` for a prompt or an arm that does not exist
 */
export function createEnvironment(world: World, rows: Uint32Array, seed: number): BanditEnvironment {
  const arms = world.llms.length
  let outcomes = createStream(seed, 'environment/outcomes')
  return {
    arms,
    size: rows.length,
    tauUsd: world.tauUsd,
    embedding: prompt => embeddingOf(world, rows[prompt]),
    reveal(prompt, arm) {
      if (!(prompt in rows) || !Number.isInteger(arm) || arm < 0 || arm >= arms) {
        throw new RangeError(`No arm ${arm} for prompt ${prompt}: ${rows.length} prompts, ${arms} arms.`)
      }
      const row = rows[prompt]
      if (world.simulation && world.split[row] === TRAIN) {
        return drawOutcome(world, world.simulation, row, arm, outcomes)
      }
      return { quality: world.score[row * arms + arm], costUsd: world.costUsd[row * arms + arm] }
    },
    position: () => outcomes.state(),
    resume(position) {
      outcomes = resumeStream(position)
    },
  }
}
