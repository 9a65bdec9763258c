import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aiq, frontier, type OperatingPoint, qualityAt } from '../../../src/core/evaluation/frontier.ts'
import { expectAllClose } from '../../close.ts'

const points = (...pairs: readonly (readonly [number, number])[]): OperatingPoint[] =>
  pairs.map(([costUsd, quality]) => ({ costUsd, quality }))
const anyPoint = fc.record({
  costUsd: fc.integer({ min: 1, max: 1000 }).map(x => x / 1000),
  quality: fc.integer({ min: 0, max: 1000 }).map(x => x / 1000),
})
const anyPoints = fc.array(anyPoint, { minLength: 1, maxLength: 30 })

test('the frontier leaves out what is below a mixture and what costs more for less', () => {
  const hull = frontier(points([4, 0.8], [1, 0.2], [2, 0.6], [3, 0.65], [5, 0.7]))
  expect(hull).toEqual(points([1, 0.2], [2, 0.6], [4, 0.8]))
})

test('points on a straight line, equal costs and equal qualities leave their ends only', () => {
  expect(frontier(points([1, 0.25], [2, 0.5], [3, 0.75]))).toEqual(points([1, 0.25], [3, 0.75]))
  expect(frontier(points([1, 0.2], [1, 0.5], [1, 0.3]))).toEqual(points([1, 0.5]))
  expect(frontier(points([3, 0.5], [1, 0.5], [2, 0.5]))).toEqual(points([1, 0.5]))
  expect(frontier([])).toEqual([])
})

test('quality at a cost is mixed between corners, with nothing below, and kept above', () => {
  const hull = frontier(points([1, 0.2], [2, 0.6], [4, 0.8]))
  expectAllClose(
    [0, 0.5, 1, 1.5, 2, 3, 4, 9].map(cost => qualityAt(hull, cost)),
    [0, 0.1, 0.2, 0.4, 0.6, 0.7, 0.8, 0.8],
  )
})

test('AIQ of hand-made frontiers', () => {
  const range = { min: 1, max: 5 }
  // (.2 + .6) / 2 + 2 (.6 + .8) / 2 + .8 = 2.6, over a range of 4
  expectAllClose([aiq(points([1, 0.2], [2, 0.6], [4, 0.8]), range)], [0.65])
  expectAllClose([aiq(points([1, 0.5]), range)], [0.5])
  // Cheaper than the range: its best all along. Dearer: mixed with nothing.
  expectAllClose([aiq(points([0.5, 0.7]), range), aiq(points([5, 1]), range)], [0.7, 0.6])
})

test('the frontier lies above every point, never falls and bends down only', () => {
  fc.assert(
    fc.property(anyPoints, list => {
      const hull = frontier(list)
      for (const { costUsd, quality } of list) {
        expect(qualityAt(hull, costUsd)).toBeGreaterThanOrEqual(quality - 1e-12)
      }
      const slopes = hull
        .slice(1)
        .map((b, i) => (b.quality - hull[i].quality) / (b.costUsd - hull[i].costUsd))
      slopes.forEach((slope, i) => {
        expect(slope).toBeGreaterThan(0)
        if (i > 0) expect(slope).toBeLessThan(slopes[i - 1])
      })
    }),
  )
})

test('every corner of the frontier is one of the points, and their order does not matter', () => {
  fc.assert(
    fc.property(anyPoints, list => {
      const hull = frontier(list)
      for (const corner of hull) expect(list).toContainEqual(corner)
      expect(frontier([...list].reverse())).toEqual(hull)
    }),
  )
})

test('the frontier is the best of all mixtures of two points', () => {
  fc.assert(
    fc.property(anyPoints, fc.integer({ min: 1, max: 1000 }), (list, cost) => {
      const c = cost / 1000
      const hull = frontier(list)
      fc.pre(c >= hull[0].costUsd)
      const affordable = list.filter(p => p.costUsd <= c)
      const mixtures = affordable.flatMap(a =>
        list
          .filter(b => b.costUsd > c)
          .map(b => a.quality + ((c - a.costUsd) / (b.costUsd - a.costUsd)) * (b.quality - a.quality)),
      )
      const best = Math.max(...mixtures, ...affordable.map(p => p.quality))
      expectAllClose([qualityAt(hull, c)], [best], { atol: 1e-9 })
    }),
  )
})

test('AIQ agrees with a fine numeric integral', () => {
  fc.assert(
    fc.property(
      anyPoints,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 500, max: 999 }),
      (list, a, b) => {
        const range = { min: a / 1000, max: b / 1000 }
        const hull = frontier(list)
        const steps = 4000
        let sum = 0
        for (let i = 0; i < steps; i++) {
          sum += qualityAt(hull, range.min + ((i + 0.5) / steps) * (range.max - range.min))
        }
        expectAllClose([aiq(list, range)], [sum / steps], { atol: 1e-3 })
      },
    ),
    { numRuns: 40 },
  )
})

test('where all LLMs cost the same, AIQ is the best quality at that cost', () => {
  const points = [
    { costUsd: 0.002, quality: 0.5 },
    { costUsd: 0.002, quality: 0.75 },
  ]
  expect(aiq(points, { min: 0.002, max: 0.002 })).toBe(0.75)
})
