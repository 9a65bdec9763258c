import { expect, test } from 'vitest'
import { strideSample } from '../../../src/core/math/strideSample.ts'

const rows = (count: number) => Uint32Array.from({ length: count }, (_, i) => 100 + i)

test('few rows all stay', () => {
  expect(strideSample(rows(5), 5)).toEqual(rows(5))
  expect(strideSample(rows(0), 5)).toHaveLength(0)
})

test('many rows are thinned evenly to the limit: no two gaps differ by more than one', () => {
  expect(Array.from(strideSample(rows(11), 5))).toEqual([100, 102, 104, 106, 108])
  for (const [count, most] of [
    [6, 5],
    [201, 200],
    [219, 200],
    [2520, 7],
  ]) {
    const sample = Array.from(strideSample(rows(count), most))
    expect(sample).toHaveLength(most)
    // From the last row of the sample it goes on to where the rows would begin anew.
    const gaps = [...sample.slice(1), 100 + count].map((row, i) => row - sample[i])
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
  }
})
