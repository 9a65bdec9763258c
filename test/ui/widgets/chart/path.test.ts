import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandPath, linePath, spreadLabels, thin } from '../../../../src/ui/widgets/chart/path.ts'

test('a line starts with a move and goes on with lines', () => {
  expect(linePath([0, 10, 20], [5, 6.25, 7])).toBe('M0.0,5.0L10.0,6.3L20.0,7.0')
})

test('a gap breaks the line instead of being drawn as zero', () => {
  expect(linePath([0, 1, 2, 3], [null, 4, null, 5])).toBe('M1.0,4.0M3.0,5.0')
})

test('a band goes along its top and back along its bottom', () => {
  expect(bandPath([0, 1], [1, 2], [8, 9])).toBe('M0.0,1.0L1.0,2.0L1.0,9.0L0.0,8.0Z')
  expect(bandPath([0], [1], [2])).toBe('')
})

test('thinning keeps both ends, the order and the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 2000 }), fc.integer({ min: 2, max: 300 }), (length, most) => {
      const kept = thin(length, most)
      expect(kept.length).toBe(Math.min(length, most))
      expect([kept[0], kept.at(-1)]).toEqual([0, length - 1])
      kept.slice(1).forEach((place, i) => {
        expect(place).toBeGreaterThan(kept[i])
      })
    }),
  )
})

test('labels with room stay where they wish to be', () => {
  expect(spreadLabels([80, 20, 50], 14, 0, 100)).toEqual([80, 20, 50])
})

test('crowded labels keep their order, their distance and their box', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 250 }), { minLength: 2, maxLength: 10 }), wishes => {
      const places = spreadLabels(wishes, 14, 0, 200)
      const sorted = places.toSorted((a, b) => a - b)
      expect(sorted[0]).toBeGreaterThanOrEqual(0)
      expect(sorted.at(-1)).toBeLessThanOrEqual(200)
      sorted.slice(1).forEach((place, i) => {
        expect(place - sorted[i]).toBeGreaterThanOrEqual(14 - 1e-9)
      })
      wishes.forEach((wish, i) => {
        wishes.forEach((other, j) => {
          if (wish < other) expect(places[i]).toBeLessThan(places[j])
        })
      })
    }),
  )
})

test('labels without enough room share what there is', () => {
  expect(spreadLabels([0, 0, 0], 14, 0, 10)).toEqual([0, 5, 10])
})
