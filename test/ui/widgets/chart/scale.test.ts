import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linearScale, nearestIndex, niceDomain, niceTicks } from '../../../../src/ui/widgets/chart/scale.ts'
import { expectAllClose } from '../../../close.ts'

const ends = fc
  .tuple(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }))
  .map(([low, length]): [number, number] => [low, low + length])

test('a scale takes both ends of its domain to both ends of its range', () => {
  const y = linearScale([-1, 3], [200, 0])
  expectAllClose([y(-1), y(1), y(3)], [200, 100, 0])
})

test('a domain of no length does not divide by zero', () => {
  expect(linearScale([2, 2], [10, 90])(2)).toBe(10)
})

test.each([
  [[0, 1], 3, [0, 0.5, 1]],
  [[0.15, 0.6], 3, [0.2, 0.4, 0.6]],
  [[0, 2.4], 3, [0, 1, 2]],
  [[-0.3, 0.3], 3, [-0.2, 0, 0.2]],
  [[0, 0.0022], 3, [0, 0.001, 0.002]],
  [[5, 5], 3, [5]],
] as const)('ticks of %j, about %i of them, are %j', (domain, count, expected) => {
  expectAllClose(niceTicks(domain, count), expected, { atol: 1e-12 })
})

test('ticks are round, even, rising and inside their domain, and not many more than asked for', () => {
  fc.assert(
    fc.property(ends, domain => {
      const ticks = niceTicks(domain, 3)
      expect(ticks.length).toBeLessThanOrEqual(5)
      const slack = 1e-6 * (domain[1] - domain[0])
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(domain[0] - slack)
        expect(tick).toBeLessThanOrEqual(domain[1] + slack)
      }
      ticks.slice(1).forEach((tick, i) => {
        expect(tick).toBeGreaterThan(ticks[i])
      })
    }),
  )
})

test('a nice domain holds every value and is at most one step longer at each end', () => {
  fc.assert(
    fc.property(ends, ([low, high]) => {
      const [from, to] = niceDomain([high, null, low])
      const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
      expect(from).toBeLessThanOrEqual(low + slack)
      expect(to).toBeGreaterThanOrEqual(high - slack)
      expect(to - from).toBeLessThan(2.2 * (high - low))
    }),
  )
})

test('a domain of nothing, of gaps only, or of one value is still a domain', () => {
  expect(niceDomain([])).toEqual([0, 1])
  expect(niceDomain([null, Number.NaN])).toEqual([0, 1])
  expect(niceDomain([], [0])).toEqual([0, 1])
  const [from, to] = niceDomain([0.4])
  expect(to).toBeGreaterThan(from)
})

test('the nearest index is the nearest', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ max: 1000 }), { minLength: 1 }), fc.integer(), (list, wanted) => {
      const rising = list.toSorted((a, b) => a - b)
      const distance = (index: number) => Math.abs(rising[index] - wanted)
      const found = nearestIndex(rising, wanted)
      expect(distance(found)).toBe(Math.min(...rising.map((_, i) => distance(i))))
    }),
  )
  expect(nearestIndex([], 3)).toBe(-1)
})
