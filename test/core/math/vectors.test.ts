import { expect, test } from 'vitest'
import { createStream } from '../../../src/core/math/random.ts'
import { cosine, dot, moveTowards, norm, sumOfSquares } from '../../../src/core/math/vectors.ts'
import { expectAllClose } from '../../close.ts'

const stream = createStream(1, 'vectors')
const random = (length: number) => Float32Array.from({ length }, () => stream.normal())

test.each([0, 1, 3, 4, 7, 100])('the sum of squares of %d numbers is the squared norm', length => {
  const values = random(length)
  expectAllClose([sumOfSquares(values)], [norm(values) ** 2], { rtol: 1e-12, atol: 1e-12 })
})

test.each([1, 3, 4, 7, 100])('all of %d numbers move by the same share of their way', length => {
  const [values, target] = [random(length), random(length)]
  const before = values.slice()
  moveTowards(values, target, 0.25)
  expectAllClose(
    values,
    before.map((x, i) => 0.75 * x + 0.25 * target[i]),
    { atol: 1e-6 },
  )
  moveTowards(values, target, 1)
  expectAllClose(values, target, { atol: 1e-6 })
})

test('an inner product may start anywhere', () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32)
  expect(dot([1, 2, 3], [4, 5, 6], 2, 1, 0)).toBe(23)
})

test('the cosine of a vector with itself is 1, with nothing 0', () => {
  expectAllClose([cosine([3, 4], [6, 8]), cosine([1, 0], [0, 2]), cosine([0, 0], [1, 1])], [1, 0, 0])
})
