import { expect, test } from 'vitest'
import { principalComponents, project } from '../../../src/core/math/principal.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { dot, norm } from '../../../src/core/math/vectors.ts'
import { expectAllClose } from '../../close.ts'

const WIDTH = 6
const SPREADS = [3, 0.1, 2, 0.05, 1, 0.02]
/** A cloud around (1, 1, ...) whose axes are the coordinates, each with its own spread. */
const stream = createStream(1, 'fixture/cloud')
const N = 600
const cloud = Float32Array.from({ length: N * WIDTH }, (_, i) => 1 + SPREADS[i % WIDTH] * stream.normal())
const rows = Uint32Array.from({ length: N }, (_, i) => i)

test('the directions are those of the widest spread, widest first, and at right angles', () => {
  const { directions } = principalComponents(cloud, rows, WIDTH, 3)
  const direction = (c: number) => directions.subarray(c * WIDTH, (c + 1) * WIDTH)
  ;[0, 2, 4].forEach((axis, c) => {
    const own = direction(c)
    expect(Math.abs(own[axis]) / norm(own)).toBeGreaterThan(0.99)
  })
  expectAllClose([dot(direction(0), direction(1)), dot(direction(1), direction(2))], [0, 0], { atol: 1e-6 })
})

test('what it was fitted to projects to mean 0, variance 1 and no correlation', () => {
  const projection = principalComponents(cloud, rows, WIDTH, 3)
  const out = new Float64Array(N * 3)
  for (const row of rows) project(projection, cloud.subarray(row * WIDTH, (row + 1) * WIDTH), out, row * 3)
  const column = (c: number) => Array.from(rows, row => out[row * 3 + c])
  const product = (a: number, b: number) => mean(Array.from(rows, row => out[row * 3 + a] * out[row * 3 + b]))
  expectAllClose(
    [0, 1, 2].map(c => mean(column(c))),
    [0, 0, 0],
    { atol: 1e-6 },
  )
  expectAllClose([product(0, 0), product(1, 1), product(2, 2)], [1, 1, 1], { atol: 1e-3 })
  expectAllClose([product(0, 1), product(0, 2), product(1, 2)], [0, 0, 0], { atol: 1e-3 })
})

test('rows that were not named leave no trace, and the same rows give the same projection', () => {
  const some = rows.filter(row => row < 100)
  const changed = cloud.map((x, i) => (i >= 100 * WIDTH ? 7 * x : x))
  const first = principalComponents(cloud, some, WIDTH, 2)
  expect(principalComponents(changed, some, WIDTH, 2)).toEqual(first)
  expect(principalComponents(cloud, rows, WIDTH, 2)).not.toEqual(first)
})

test('fewer vectors than components leave the rest at 0, never at infinity', () => {
  const { directions } = principalComponents(cloud, Uint32Array.from([0, 1, 2]), WIDTH, 5)
  expect(directions.every(Number.isFinite)).toBe(true)
  expect(directions.subarray(2 * WIDTH).every(x => x === 0)).toBe(true)
  expect(directions.subarray(0, 2 * WIDTH).some(x => x !== 0)).toBe(true)
})
