/** Which prompts are trained on and which are evaluated on: a matter of the prompt's text alone, so it never depends on row order. */
import { hashFraction } from '../math/random.ts'
import { dot } from '../math/vectors.ts'
import { EMBEDDING_SIZE, type Split } from './world.ts'

/** Shares of the in-distribution prompts. */
const VALIDATION_FROM = 0.7
const TEST_FROM = 0.8

/** The split of a text whose family is trained on. Case and white space do not matter. */
export function splitOfText(text: string): Exclude<Split, 'ood'> {
  const place = hashFraction(text.toLowerCase().replace(/\s+/g, ' ').trim())
  return place >= TEST_FROM ? 'test' : place >= VALIDATION_FROM ? 'validation' : 'train'
}

/**
 * For each prompt, the first prompt it is a near-duplicate of, directly or through others (itself if none):
 * groups that must share a split. Compares all pairs of unit vectors, n^2/2 inner products.
 * @param embeddings n x 384 unit vectors, row-major
 * @param limit cosine similarity above which two prompts count as near-duplicates
 */
export function nearDuplicateGroups(embeddings: Float32Array, limit: number): Uint32Array {
  const n = embeddings.length / EMBEDDING_SIZE
  const leader = Uint32Array.from({ length: n }, (_, i) => i)
  const find = (i: number): number => {
    while (leader[i] !== i) i = leader[i]
    return i
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (dot(embeddings, embeddings, EMBEDDING_SIZE, i * EMBEDDING_SIZE, j * EMBEDDING_SIZE) <= limit)
        continue
      const [a, b] = [find(i), find(j)]
      leader[Math.max(a, b)] = Math.min(a, b)
    }
  }
  return leader.map((_, i) => find(i))
}
