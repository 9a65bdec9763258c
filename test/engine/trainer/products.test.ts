import { existsSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { WASM_FOLDER } from '../../../src/cli/support/tensorflow.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { type Matrix, matrix, transposed } from '../../../src/core/network/matrix.ts'
import { startTensorFlow } from '../../../src/engine/backend/tensorflow.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'

const stream = createStream(1, 'products')

/** A random matrix, its numbers row by row or, transposed, column by column. */
function random(rows: number, columns: number, isTransposed: boolean): Matrix {
  const values = Float32Array.from({ length: rows * columns }, () => stream.normal())
  return isTransposed ? transposed(matrix(values, columns, rows)) : matrix(values, rows, columns)
}

function element({ values, rows, columns, transposed }: Matrix, row: number, column: number): number {
  return transposed ? values[column * rows + row] : values[row * columns + column]
}

function byHand(a: Matrix, b: Matrix): number[] {
  return Array.from({ length: a.rows * b.columns }, (_, at) => {
    let sum = 0
    for (let r = 0; r < a.columns; r++) {
      sum += element(a, Math.floor(at / b.columns), r) * element(b, r, at % b.columns)
    }
    return sum
  })
}

const SIZES = [
  [2, 3, 4], // a plain loop
  [4, 60, 130], // the second operand the larger one
  [130, 60, 4],
  [40, 30, 50],
] as const
const TRANSPOSED = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const

test.each(['cpu', 'wasm'] as const)(
  'products on %s agree with those by hand, however they lie',
  async backend => {
    expect(existsSync(WASM_FOLDER)).toBe(true)
    await startTensorFlow(backend, WASM_FOLDER)
    expect(tf.getBackend()).toBe(backend)
    const before = tf.memory().numTensors
    for (const [m, k, n] of SIZES) {
      for (const [first, second] of TRANSPOSED) {
        const [a, b] = [random(m, k, first), random(k, n, second)]
        const expected = byHand(a, b)
        expectAllClose(await multiply(a, b), expected, { atol: 1e-4 })
        expectAllClose(
          await multiply(a, b, 'relu'),
          expected.map(x => Math.max(0, x)),
          { atol: 1e-4 },
        )
      }
    }
    expect(tf.memory().numTensors).toBe(before)
  },
)

test('transposing twice is where one started', () => {
  const a = matrix(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3)
  expect(transposed(transposed(a))).toEqual(a)
  expect([transposed(a).rows, transposed(a).columns]).toEqual([3, 2])
})
