import { expect, test } from 'vitest'
import { formatDuration, formatPrice } from '../../src/ui/format.ts'

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
