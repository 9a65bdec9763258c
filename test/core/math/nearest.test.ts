import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestRows } from '../../../src/core/math/nearest.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { dot } from '../../../src/core/math/vectors.ts'

const WIDTH = 3
const vectors = (count: number, seed: number) => {
  const stream = createStream(seed, 'fixture/nearest')
  return Float32Array.from({ length: count * WIDTH }, () => stream.normal())
}

test('the neighbours are those of a full sort, best first, for any number of queries', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 11 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 1000 }),
      (queries, references, k, seed) => {
        const [q, r] = [vectors(queries, seed), vectors(references, seed + 1)]
        const found = nearestRows(q, r, WIDTH, k)
        expect(found.k).toBe(Math.min(k, references))
        for (let i = 0; i < queries; i++) {
          const similarity = Array.from({ length: references }, (_, j) =>
            Math.fround(dot(q, r, WIDTH, i * WIDTH, j * WIDTH)),
          )
          const sorted = Array.from(similarity.keys()).sort((a, b) => similarity[b] - similarity[a])
          const own = (list: Uint32Array | Float32Array) =>
            Array.from(list.subarray(i * found.k, (i + 1) * found.k))
          expect(own(found.index)).toEqual(sorted.slice(0, found.k))
          expect(own(found.similarity)).toEqual(sorted.slice(0, found.k).map(j => similarity[j]))
        }
      },
    ),
  )
})

test('of equally near rows the earlier come first', () => {
  const same = Float32Array.from([1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0])
  expect(Array.from(nearestRows(Float32Array.from([1, 0, 0]), same, WIDTH, 3).index)).toEqual([0, 1, 2])
})
