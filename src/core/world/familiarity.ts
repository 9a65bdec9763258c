/**
 * How near a prompt lies to those that a world's policies are trained on, and how near is usual: measured on the world's own
 * held-out prompts of the same families, which no policy is trained on either.
 */
import { nearestRows } from '../math/nearest.ts'
import { quantile } from '../math/statistics.ts'
import { strideSample } from '../math/strideSample.ts'
import { EMBEDDING_SIZE, embeddingsOf, rowsOf, type World } from './world.ts'

/**
 * Training prompts that nearness is the mean cosine to. Five and one tell gibberish from prompts equally well; whole families
 * that were held out are told a little better by five (46 % against 39 % of them flagged in the simulated world).
 */
export const NEAREST = 5

/** Share of the held-out prompts that lie as far as what is called unlike the training prompts. */
export const UNLIKE_SHARE = 0.02

/** Beyond these a sample at an even stride stands for all: a log may hold tens of thousands. */
const MOST_TRAINING = 4000
const MOST_HELD_OUT = 400

/** Fewer held-out prompts say nothing of their farthest 2 %. */
export const LEAST_HELD_OUT = 50

/** Held-out prompts measured between two pauses: some milliseconds. */
const SLICE = 8

export interface Familiarity {
  /** Training prompts, n x 384 unit vectors, row-major. */
  readonly training: Float32Array
  /** Nearness of each held-out prompt, in [-1, 1]. */
  readonly heldOut: readonly number[]
  /** UNLIKE_SHARE of the held-out prompts lie below it. */
  readonly threshold: number
}

/** Where one prompt lies among the held-out ones. */
export interface Nearness {
  /** Mean cosine to the NEAREST training prompts. */
  readonly cosine: number
  /** Share of the held-out prompts that lie no nearer, in [0, 1]. */
  readonly share: number
  /** Held-out prompts measured. */
  readonly heldOut: number
  /** Whether it lies farther than all but UNLIKE_SHARE of them. */
  readonly unlike: boolean
}

/**
 * Measures a world, with a pause after every few prompts so that a page can go on meanwhile.
 * @returns null for a world with too few prompts to say what is usual
 */
export function* measureFamiliarity(world: World): Generator<undefined, Familiarity | null> {
  const training = embeddingsOf(world, strideSample(rowsOf(world, 'train'), MOST_TRAINING))
  const rows = Uint32Array.from([...rowsOf(world, 'validation'), ...rowsOf(world, 'test')])
  const sample = embeddingsOf(world, strideSample(rows, MOST_HELD_OUT))
  if (training.length < NEAREST * EMBEDDING_SIZE || sample.length < LEAST_HELD_OUT * EMBEDDING_SIZE)
    return null
  const heldOut: number[] = []
  for (let from = 0; from < sample.length; from += SLICE * EMBEDDING_SIZE) {
    heldOut.push(...nearness(sample.subarray(from, from + SLICE * EMBEDDING_SIZE), training))
    yield
  }
  return { training, heldOut, threshold: quantile(heldOut, UNLIKE_SHARE) }
}

/** Where a prompt lies. @param embedding a unit vector of 384 numbers */
export function nearnessOf({ training, heldOut, threshold }: Familiarity, embedding: Float32Array): Nearness {
  const [cosine] = nearness(embedding, training)
  return {
    cosine,
    share: heldOut.filter(other => other <= cosine).length / heldOut.length,
    heldOut: heldOut.length,
    unlike: cosine < threshold,
  }
}

/** Mean cosine of each query to its nearest training prompts. */
function nearness(queries: Float32Array, training: Float32Array): number[] {
  const { k, similarity } = nearestRows(queries, training, EMBEDDING_SIZE, NEAREST)
  return Array.from({ length: similarity.length / k }, (_, query) => {
    let sum = 0
    for (let i = 0; i < k; i++) sum += similarity[query * k + i]
    return sum / k
  })
}
