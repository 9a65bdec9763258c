/** Makes the log that production would have left of a world: one answer a prompt, chosen by a serving policy. */
import { createEnvironment } from '../bandit/environment.ts'
import { principalComponents, project } from '../math/principal.ts'
import { createStream, sampleCategorical, shuffle } from '../math/random.ts'
import { EMBEDDING_SIZE, embeddingsOf, type World } from '../world/world.ts'
import type { ServedLog } from './servedLog.ts'

/**
 * uniform: any LLM alike. mostly: 70 % to one LLM, in the middle of the price list, the others alike. router: one that looks at
 * the prompt, dearer LLMs for prompts further along the first principal component, a tenth of the prompts served at random.
 */
export const SERVING_POLICIES = ['uniform', 'mostly', 'router'] as const
export type ServingPolicy = (typeof SERVING_POLICIES)[number]

const MOSTLY = 0.7
const EXPLORED = 0.1
/** How far from its place on the price list the router still chooses: standard deviation, the whole list being 1. */
const SPREAD = 0.15

/** mu(. | x) of every prompt, n x K, row-major; rows sum to 1. LLMs are in order of cost. */
export function servingProbabilities(
  policy: ServingPolicy,
  embeddings: Float32Array,
  arms: number,
): Float64Array {
  const size = embeddings.length / EMBEDDING_SIZE
  const mu = new Float64Array(size * arms)
  switch (policy) {
    case 'uniform':
      return mu.fill(1 / arms)
    case 'mostly': {
      const usual = Math.floor(arms / 2)
      return mu.map((_, at) => (at % arms === usual ? MOSTLY : (1 - MOSTLY) / (arms - 1)))
    }
    case 'router': {
      const places = placesAlongFirstComponent(embeddings, size)
      for (let i = 0; i < size; i++) {
        const row = mu.subarray(i * arms, (i + 1) * arms)
        for (let arm = 0; arm < arms; arm++) {
          row[arm] = Math.exp(-((arm / (arms - 1) - places[i]) ** 2) / (2 * SPREAD ** 2))
        }
        const sum = row.reduce((total, value) => total + value, 0)
        for (let arm = 0; arm < arms; arm++) row[arm] = ((1 - EXPLORED) * row[arm]) / sum + EXPLORED / arms
      }
      return mu
    }
  }
}

/** Ranks of the prompts along the direction they differ most in, as shares of the list: 0 ... 1. */
function placesAlongFirstComponent(embeddings: Float32Array, size: number): Float64Array {
  const rows = Uint32Array.from({ length: size }, (_, i) => i)
  const first = principalComponents(embeddings, rows, EMBEDDING_SIZE, 1)
  const along = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    project(first, embeddings.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE), along, i)
  }
  const order = Array.from(rows).sort((a, b) => along[a] - along[b])
  const places = new Float64Array(size)
  order.forEach((row, rank) => {
    places[row] = rank / Math.max(1, size - 1)
  })
  return places
}

export interface MadeLog {
  readonly log: ServedLog
  /** The world's row behind each of the log's prompts. */
  readonly rows: Uint32Array
}

/**
 * @param rows of the world that may be asked
 * @param count answers: each prompt once in a random order, and then anew, where the outcomes of a simulated world are drawn afresh
 * @param recorded whether the log states the propensities
 * @param seed of the streams `serving/prompts`, `serving/arms` and `environment/outcomes`
 */
export function serveLog(
  world: World,
  rows: Uint32Array,
  policy: ServingPolicy,
  count: number,
  recorded: boolean,
  seed: number,
): MadeLog {
  const arms = world.llms.length
  const environment = createEnvironment(world, rows, seed)
  const embeddings = embeddingsOf(world, rows)
  const mu = servingProbabilities(policy, embeddings, arms)
  const prompts = createStream(seed, 'serving/prompts')
  const armStream = createStream(seed, 'serving/arms')
  const order = shuffle(Uint32Array.from(rows.keys()), prompts)
  const log = {
    arms,
    size: count,
    tauUsd: world.tauUsd,
    embeddings,
    prompt: Uint32Array.from({ length: count }, (_, i) => order[i % order.length]),
    arm: new Uint8Array(count),
    quality: new Float32Array(count),
    costUsd: new Float32Array(count),
    propensity: recorded ? new Float64Array(count) : null,
  }
  log.prompt.forEach((prompt, i) => {
    const row = mu.subarray(prompt * arms, (prompt + 1) * arms)
    const arm = sampleCategorical(row, armStream)
    const outcome = environment.reveal(prompt, arm)
    log.arm[i] = arm
    log.quality[i] = outcome.quality
    log.costUsd[i] = outcome.costUsd
    if (log.propensity) log.propensity[i] = row[arm]
  })
  return { log, rows }
}
