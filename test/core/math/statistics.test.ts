import fc from 'fast-check'
import { expect, test } from 'vitest'
import { argmax, correlation, mean, quantile, sampleDeviation } from '../../../src/core/math/statistics.ts'
import { cosine, dot, norm } from '../../../src/core/math/vectors.ts'
import { expectAllClose } from '../../close.ts'

test('quantiles interpolate between order statistics, whatever the order of the list', () => {
  const values = [40, 10, 30, 20]
  expectAllClose(
    [0, 1 / 3, 0.5, 0.95, 1].map(p => quantile(values, p)),
    [10, 20, 25, 38.5, 40],
  )
  expect(values).toEqual([40, 10, 30, 20])
})

test('quantiles sort by number, not by text', () => {
  expect(quantile([10, 9, 100], 0.5)).toBe(10)
})

test('the mean and quantiles of nothing are NaN', () => {
  expect([mean([]), quantile([], 0.5)]).toEqual([Number.NaN, Number.NaN])
})

test('correlation is 1, -1 and 0 on hand-made lists', () => {
  expectAllClose(
    [correlation([1, 2, 3], [5, 7, 9]), correlation([1, 2, 3], [3, 2, 1]), correlation([1, 2, 3], [1, 0, 1])],
    [1, -1, 0],
  )
  expectAllClose([correlation([1, 2, 3, 4], [1, 3, 2, 4])], [0.8])
})

test('correlation with a constant list is 0', () => {
  expect(correlation([1, 2, 3], [4, 4, 4])).toBe(0)
})

test('argmax takes the first of equals', () => {
  expect([argmax([1, 3, 2]), argmax([2, 5, 5]), argmax([-3]), argmax([-2, -1])]).toEqual([1, 1, 0, 1])
})

test('cosine of hand-made vectors', () => {
  expectAllClose(
    [cosine([1, 0], [0, 2]), cosine([1, 1], [3, 3]), cosine([3, 4], [-3, -4]), cosine([1, 0], [1, 1])],
    [0, 1, -1, Math.SQRT1_2],
  )
  expect(cosine([0, 0], [1, 2])).toBe(0)
  expectAllClose([norm([3, 4])], [5])
})

test('inner products honour their offsets', () => {
  expect(dot([9, 1, 2], [9, 9, 3, 4], 2, 1, 2)).toBe(11)
})

test('cosine never depends on the length of either vector', () => {
  const vector = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 })
  const long = vector.filter(v => norm(v) > 0.1)
  fc.assert(
    fc.property(long, long, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, factor) => {
      const scaled = a.map(x => x * factor)
      expectAllClose([cosine(scaled, b)], [cosine(a, b)], { atol: 1e-9 })
    }),
  )
})

test('the deviation is the sample’s (n - 1), and 0 for a single value', () => {
  expectAllClose(
    [sampleDeviation([1, 2, 3, 4]), sampleDeviation([5]), sampleDeviation([])],
    [Math.sqrt(5 / 3), 0, 0],
  )
})
