import { expect, test } from 'vitest'
import { cholesky, inversePositive, solveFactored } from '../../../src/core/math/cholesky.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { expectAllClose } from '../../close.ts'

const D = 6
const stream = createStream(1, 'fixture/matrix')
const half = Float64Array.from({ length: D * D }, () => stream.normal())
/** B B^T + I. */
const matrix = Float64Array.from({ length: D * D }, (_, at) => {
  const [i, j] = [Math.floor(at / D), at % D]
  let sum = i === j ? 1 : 0
  for (let k = 0; k < D; k++) sum += half[i * D + k] * half[j * D + k]
  return sum
})

function times(a: Float64Array, b: Float64Array): Float64Array {
  return Float64Array.from({ length: D * D }, (_, at) => {
    let sum = 0
    for (let k = 0; k < D; k++) sum += a[Math.floor(at / D) * D + k] * b[k * D + (at % D)]
    return sum
  })
}

test('the factor times its transpose is the matrix', () => {
  const factor = cholesky(matrix, D)
  const transposed = factor.map((_, at) => factor[(at % D) * D + Math.floor(at / D)])
  expectAllClose(times(factor, transposed), matrix, { atol: 1e-12, rtol: 1e-12 })
})

test('a matrix times its inverse is the identity, and a system is solved by the factor', () => {
  const identity = matrix.map((_, at) => (Math.floor(at / D) === at % D ? 1 : 0))
  expectAllClose(times(matrix, inversePositive(matrix, D)), identity, { atol: 1e-10 })
  const right = Float64Array.from({ length: D }, (_, i) => matrix[i * D + 2])
  expectAllClose(solveFactored(cholesky(matrix, D), D, right), [0, 0, 1, 0, 0, 0], { atol: 1e-10 })
})

test('a matrix that is not positive definite is refused', () => {
  expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError)
})
