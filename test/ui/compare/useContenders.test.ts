import { expect, test } from 'vitest'
import { keepWhileEqual } from '../../../src/ui/compare/useContenders.ts'

const sweep = (quality: number) => [{ wc: 0, quality, costUsd: 0.001, reward: quality }]

test('a sweep stays the same object while its figures do, and changes with them', () => {
  const keep = keepWhileEqual()
  expect(keep(null)).toBeNull()
  const first = keep(sweep(0.5))
  expect(first).toEqual(sweep(0.5))
  expect(keep(sweep(0.5))).toBe(first)
  expect(keep(sweep(0.6))).toEqual(sweep(0.6))
  expect(keep(null)).toBeNull()
})
