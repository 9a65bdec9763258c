import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costDomain, logScale, logTicks, scoreDomain } from '../../../src/ui/compare/axes.ts'

const costs = fc.array(fc.double({ min: 1e-7, max: 10, noNaN: true }), { minLength: 1, maxLength: 20 })

test('every cost lies inside the axis, and rising costs move right', () => {
  fc.assert(
    fc.property(costs, given => {
      const domain = costDomain(given)
      const x = logScale(domain, [0, 500])
      const places = given.toSorted((a, b) => a - b).map(x)
      expect(places[0]).toBeGreaterThan(0)
      expect(places.at(-1)).toBeLessThan(500)
      expect(places.toSorted((a, b) => a - b)).toEqual(places)
    }),
  )
})

test('ticks are round, inside, rising and not too many', () => {
  fc.assert(
    fc.property(costs, fc.integer({ min: 3, max: 10 }), (given, count) => {
      const [low, high] = costDomain(given)
      const ticks = logTicks([low, high], count)
      expect(ticks.every(tick => tick >= low && tick <= high)).toBe(true)
      expect(ticks.toSorted((a, b) => a - b)).toEqual(ticks)
      expect(ticks.length).toBeGreaterThan(0)
      expect(ticks.length).toBeLessThanOrEqual(count)
    }),
  )
})

test('equal steps in proportion are equal steps on the axis', () => {
  const x = logScale([1e-4, 1e-1], [0, 300])
  expect(x(1e-4)).toBeCloseTo(0)
  expect(x(1e-3)).toBeCloseTo(100)
  expect(x(1e-2)).toBeCloseTo(200)
})

test('a call that costs nothing stands at the left end, apart from those that cost', () => {
  const domain = costDomain([0, 1e-4, 1e-3])
  const x = logScale(domain, [0, 300])
  expect(x(0)).toBe(0)
  expect(x(1e-4)).toBeGreaterThan(20)
  expect(costDomain([0, 0])[0]).toBeGreaterThan(0)
})

test('scores have room around them, but none beyond 0 and 1', () => {
  expect(scoreDomain([0, 1])).toEqual([0, 1])
  const [low, high] = scoreDomain([0.4, 0.6])
  expect(low).toBeCloseTo(0.388)
  expect(high).toBeCloseTo(0.612)
  expect(scoreDomain([])).toEqual([0, 1])
})
