import { expect, test } from 'vitest'
import { transpose } from '../../../src/core/math/transpose.ts'

test.each([
  [1, 1],
  [3, 5],
  [8, 3],
  [17, 10],
  [24, 16],
])('every element of a %d x %d matrix changes its row for its column', (rows, columns) => {
  const matrix = Float32Array.from({ length: rows * columns }, (_, i) => i)
  const out = transpose(matrix, rows, columns)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) expect(out[j * rows + i]).toBe(matrix[i * columns + j])
  }
  expect(transpose(out, columns, rows)).toEqual(matrix)
})

test('a given array is written to and returned', () => {
  const out = new Float32Array(6)
  expect(transpose(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3, out)).toBe(out)
  expect([...out]).toEqual([1, 4, 2, 5, 3, 6])
})
