import { expect, test } from 'vitest'
import { strideSample } from '../../../src/core/math/strideSample.ts'

const rows = (count: number) => Uint32Array.from({ length: count }, (_, i) => 100 + i)

test('few rows all stay', () => {
  expect(strideSample(rows(5), 5)).toEqual(rows(5))
  expect(strideSample(rows(0), 5)).toHaveLength(0)
})

test('many rows are thinned at a constant stride, never above the limit', () => {
  expect(Array.from(strideSample(rows(11), 5))).toEqual([100, 103, 106, 109])
  for (const count of [6, 99, 100, 101, 2520])
    expect(strideSample(rows(count), 5).length).toBeLessThanOrEqual(5)
})
