import { expect, test } from 'vitest'
import { keepWhileEqual } from '../../../src/ui/compare/useOwn.ts'

const sweep = (quality: number, n = 9) => ({
  n,
  points: [{ wc: 0, quality, costUsd: 0.001, reward: quality }],
})

test('a sweep stays the same object while its figures do, and changes with them', () => {
  const keep = keepWhileEqual()
  expect(keep(null)).toBeNull()
  const first = keep(sweep(0.5))
  expect(first).toEqual(sweep(0.5))
  expect(keep(sweep(0.5))).toBe(first)
  expect(keep(sweep(0.6))).toEqual(sweep(0.6))
  expect(keep(sweep(0.6, 10))).toEqual(sweep(0.6, 10))
  expect(keep(null)).toBeNull()
})
