/**
 * A log of what was served: logged bandit feedback. It holds the outcomes of served answers and has no place for any other,
 * so nothing that learns from it or judges by it can read a cell that was not served.
 */
import { scaledCost } from '../bandit/reward.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'

export interface ServedLog {
  /** K, the number of LLMs. */
  readonly arms: number
  /** n, answers. */
  readonly size: number
  /** Cost scale and cap of the reward, dollars. */
  readonly tauUsd: number
  /** Unit vectors, prompts x 384, row-major. */
  readonly embeddings: Float32Array
  /** Of each answer its prompt, a row of `embeddings`; a prompt may have several answers. */
  readonly prompt: Uint32Array
  /** Of each answer the LLM that was served. */
  readonly arm: Uint8Array
  /** Score of each answer, [0, 1]. */
  readonly quality: Float32Array
  /** Dollars of each answer. */
  readonly costUsd: Float32Array
  /** Probability with which the serving policy chose that LLM, (0, 1]; null where the log does not say. */
  readonly propensity: Float64Array | null
}

/** The embedding of an answer's prompt: a view of 384 numbers. */
export function embeddingOfAnswer({ embeddings, prompt }: ServedLog, answer: number): Float32Array {
  return embeddings.subarray(prompt[answer] * EMBEDDING_SIZE, (prompt[answer] + 1) * EMBEDDING_SIZE)
}

/** Costs on the reward's scale, min(c / tau, 1), one an answer. */
export function scaledCosts({ costUsd, tauUsd }: Pick<ServedLog, 'costUsd' | 'tauUsd'>): Float32Array {
  return costUsd.map(cost => scaledCost(cost, tauUsd))
}

/** Answers an LLM gave, K numbers. */
export function answersOfArms({ arms, arm }: Pick<ServedLog, 'arms' | 'arm'>): Uint32Array {
  const count = new Uint32Array(arms)
  for (const served of arm) count[served]++
  return count
}

/** Some answers of a log, by their numbers; prompts keep theirs. */
export function answersOf(log: ServedLog, answers: Uint32Array): ServedLog {
  const { propensity } = log
  return {
    ...log,
    size: answers.length,
    prompt: answers.map(i => log.prompt[i]),
    arm: Uint8Array.from(answers, i => log.arm[i]),
    quality: Float32Array.from(answers, i => log.quality[i]),
    costUsd: Float32Array.from(answers, i => log.costUsd[i]),
    propensity: propensity === null ? null : Float64Array.from(answers, i => propensity[i]),
  }
}
