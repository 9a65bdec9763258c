/** Exact nearest neighbours by inner product, for tens of thousands of vectors: blocked loops, a bounded insertion list. */

import { dot } from './vectors.ts'

/** For each query its nearest references, best first. */
export interface Neighbours {
  /** Neighbours of each query. */
  readonly k: number
  /** Queries x k: positions in the list of references. */
  readonly index: Uint32Array
  /** Queries x k: inner products. */
  readonly similarity: Float32Array
}

/** Queries that share one pass over the references: each number of a reference is read once for all of them. */
const BLOCK = 4

/**
 * The `k` rows of `references` with the largest inner product with each row of `queries`; ties go to the earlier row.
 * @param queries, references rows of `width` numbers, row-major
 */
export function nearestRows(
  queries: Float32Array,
  references: Float32Array,
  width: number,
  k: number,
): Neighbours {
  const count = queries.length / width
  const kept = Math.min(k, references.length / width)
  const index = new Uint32Array(count * kept)
  const similarity = new Float32Array(count * kept).fill(Number.NEGATIVE_INFINITY)
  const blocked = count - (count % BLOCK)
  for (let first = 0; first < blocked; first += BLOCK) {
    const block = queries.subarray(first * width, (first + BLOCK) * width)
    for (let row = 0, at = 0; at < references.length; row++, at += width) {
      let [a, b, c, d] = [0, 0, 0, 0]
      for (let j = 0; j < width; j++) {
        const x = references[at + j]
        a += x * block[j]
        b += x * block[width + j]
        c += x * block[2 * width + j]
        d += x * block[3 * width + j]
      }
      offer(index, similarity, first * kept, kept, row, a)
      offer(index, similarity, (first + 1) * kept, kept, row, b)
      offer(index, similarity, (first + 2) * kept, kept, row, c)
      offer(index, similarity, (first + 3) * kept, kept, row, d)
    }
  }
  for (let query = blocked; query < count; query++) {
    for (let row = 0, at = 0; at < references.length; row++, at += width) {
      offer(index, similarity, query * kept, kept, row, dot(queries, references, width, query * width, at))
    }
  }
  return { k: kept, index, similarity }
}

/** Puts a candidate into a list that is sorted from best to worst, if it is good enough. */
function offer(
  index: Uint32Array,
  similarity: Float32Array,
  start: number,
  k: number,
  row: number,
  value: number,
): void {
  const rounded = Math.fround(value)
  let place = start + k - 1
  if (!(rounded > similarity[place])) return
  for (; place > start && rounded > similarity[place - 1]; place--) {
    similarity[place] = similarity[place - 1]
    index[place] = index[place - 1]
  }
  similarity[place] = rounded
  index[place] = row
}
