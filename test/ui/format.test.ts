import { expect, test } from 'vitest'
import {
  formatDecimals,
  formatDuration,
  formatFigure,
  formatPrice,
  formatSigned,
} from '../../src/ui/format.ts'

test.each([
  [0.2, '1 s'],
  [42.4, '42 s'],
  [99.4, '99 s'],
  [100, '2 min'],
  [1800, '30 min'],
  [4800, '1 h 20 min'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words)
})

test('a price that is not known is a dash, not a zero', () => {
  expect(formatPrice({ priceInUsdPerMillion: 0, priceOutUsdPerMillion: 0 })).toBe('–')
  expect(formatPrice({ priceInUsdPerMillion: 0, priceOutUsdPerMillion: 2 })).toBe('$0 / 2')
})

test('a minus is a true one, and nothing that is rounded to zero has any', () => {
  expect([-0.004, -0.006, -1].map(value => formatDecimals(value, 2))).toEqual(['.00', '−.01', '−1.00'])
  expect([-0.04, 0, 0.21].map(value => formatSigned(value))).toEqual(['−.04', '+.00', '+.21'])
})

test.each([
  [0, '0'],
  [0.05, '0.05'],
  [-12_345, '−12,300'],
  [1e-5, '0.00001'],
  [2.1456e-6, '2.15e−6'],
  [-9.999e-7, '−1e−6'],
])('the figure %d is written %s', (value, written) => {
  expect(formatFigure(value, 3)).toBe(written)
})
