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

/** Queries and references of one tile: each number that is read serves as many products as the other side has rows. */
const QUERIES = 4
const REFERENCES = 2

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
  const rows = references.length / width
  const kept = Math.min(k, rows)
  const index = new Uint32Array(count * kept)
  const similarity = new Float32Array(count * kept).fill(Number.NEGATIVE_INFINITY)
  const take = (query: number, row: number, value: number) =>
    offer(index, similarity, query * kept, kept, row, value)
  const single = (query: number, row: number) =>
    take(query, row, dot(queries, references, width, query * width, row * width))

  const tiled = { queries: count - (count % QUERIES), rows: rows - (rows % REFERENCES) }
  const products = new Float64Array(QUERIES * REFERENCES)
  const block = new Float64Array(QUERIES * width)
  for (let first = 0; first < tiled.queries; first += QUERIES) {
    // Number by number: the four queries' j-th numbers lie side by side.
    for (let i = 0; i < block.length; i++) {
      block[i] = queries[(first + (i % QUERIES)) * width + Math.floor(i / QUERIES)]
    }
    for (let row = 0; row < tiled.rows; row += REFERENCES) {
      multiplyTile(block, references, row * width, width, products)
      for (let i = 0; i < products.length; i++) {
        take(first + (i % QUERIES), row + Math.floor(i / QUERIES), products[i])
      }
    }
    for (let row = tiled.rows; row < rows; row++) {
      for (let query = first; query < first + QUERIES; query++) single(query, row)
    }
  }
  for (let query = tiled.queries; query < count; query++) {
    for (let row = 0; row < rows; row++) single(query, row)
  }
  return { k: kept, index, similarity }
}

/** The inner products of four queries with two neighbouring references; the sums stay in registers. */
function multiplyTile(
  block: Float64Array,
  references: Float32Array,
  at: number,
  width: number,
  out: Float64Array,
): void {
  let [a0, b0, c0, d0] = [0, 0, 0, 0]
  let [a1, b1, c1, d1] = [0, 0, 0, 0]
  for (let j = 0, i = 0; j < width; j++, i += QUERIES) {
    const x = references[at + j]
    const y = references[at + width + j]
    a0 += x * block[i]
    b0 += x * block[i + 1]
    c0 += x * block[i + 2]
    d0 += x * block[i + 3]
    a1 += y * block[i]
    b1 += y * block[i + 1]
    c1 += y * block[i + 2]
    d1 += y * block[i + 3]
  }
  out[0] = a0
  out[1] = b0
  out[2] = c0
  out[3] = d0
  out[4] = a1
  out[5] = b1
  out[6] = c1
  out[7] = d1
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
