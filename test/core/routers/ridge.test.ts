import { expect, test } from 'vitest'
import { createStream } from '../../../src/core/math/random.ts'
import { Ridge } from '../../../src/core/routers/ridge.ts'
import { expectAllClose } from '../../close.ts'

const D = 5
const stream = createStream(2, 'fixture/ridge')
const observations = Array.from({ length: 60 }, () => ({
  x: Float64Array.from({ length: D }, () => stream.normal()),
  y: [stream.normal(), stream.uniform()],
}))

function learnt(ridge: number, count = observations.length): Ridge {
  const model = new Ridge(D, 2, ridge)
  for (const { x, y } of observations.slice(0, count)) model.observe(x, y)
  return model
}

/** Solves (ridge I + sum x x^T) theta = sum x y by Gaussian elimination with pivots. */
function solved(ridge: number, right: readonly number[]): number[] {
  const a = Array.from({ length: D }, (_, i) =>
    Array.from({ length: D }, (_, j) =>
      observations.reduce((sum, { x }) => sum + x[i] * x[j], i === j ? ridge : 0),
    ).concat(right[i]),
  )
  for (let c = 0; c < D; c++) {
    const pivot = a
      .slice(c)
      .reduce((best, row, i) => (Math.abs(row[c]) > Math.abs(a[best][c]) ? c + i : best), c)
    ;[a[c], a[pivot]] = [a[pivot], a[c]]
    for (let r = 0; r < D; r++) {
      if (r === c) continue
      const factor = a[r][c] / a[c][c]
      for (let j = c; j <= D; j++) a[r][j] -= factor * a[c][j]
    }
  }
  return a.map((row, i) => row[D] / row[i])
}

test.each([0.1, 1, 30])(
  'with ridge %d the weights are those of the direct solve, for both targets',
  ridge => {
    const model = learnt(ridge)
    for (const target of [0, 1]) {
      const right = Array.from({ length: D }, (_, i) =>
        observations.reduce((sum, { x, y }) => sum + x[i] * y[target], 0),
      )
      expectAllClose(model.weights.subarray(target * D, (target + 1) * D), solved(ridge, right), {
        atol: 1e-9,
      })
    }
  },
)

test('the inverse stays the inverse', () => {
  const { inverse } = learnt(1)
  const columns = Array.from({ length: D }, (_, j) =>
    solved(
      1,
      [0, 1, 2, 3, 4].map(i => (i === j ? 1 : 0)),
    ),
  )
  expectAllClose(
    inverse,
    Array.from({ length: D * D }, (_, i) => columns[i % D][Math.floor(i / D)]),
    { atol: 1e-9 },
  )
})

test('before any observation it predicts 0 and knows nothing: the variance is |x|^2 / ridge', () => {
  const { x } = observations[0]
  const model = new Ridge(D, 2, 4)
  expect([model.predict(x, 0), model.predict(x, 1)]).toEqual([0, 0])
  expectAllClose([model.variance(x)], [x.reduce((sum, v) => sum + v * v, 0) / 4], { atol: 1e-12 })
})

test('an observation never widens the variance anywhere, and narrows it where it was made', () => {
  for (let count = 0; count < 20; count++) {
    const [before, after] = [learnt(1, count), learnt(1, count + 1)]
    for (const { x } of observations) {
      expect(after.variance(x)).toBeLessThanOrEqual(before.variance(x) + 1e-12)
    }
    const { x } = observations[count]
    expect(after.variance(x)).toBeLessThan(before.variance(x))
  }
})
