import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_TOKENS } from '../../../src/core/experiment/limits.ts'
import { MAX_WINDOWS, windowsOf } from '../../../src/engine/encoder/windows.ts'

const [OPEN, CLOSE] = [101, 102]
/** Tokens 1000, 1001 and so on between the special ones. */
const idsOf = (content: number) => [OPEN, ...Array.from({ length: content }, (_, i) => 1000 + i), CLOSE]

test('a text that fits is one window', () => {
  expect(windowsOf(idsOf(254))).toEqual({ windows: [idsOf(254)], truncated: false })
  expect(windowsOf(idsOf(255)).windows).toHaveLength(2)
})

test('every token up to the limit stands in a window, neighbours overlap, and what is cut is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 255, max: 5000 }), content => {
      const { windows, truncated } = windowsOf(idsOf(content))
      expect(windows.length).toBeLessThanOrEqual(MAX_WINDOWS)
      for (const window of windows) {
        expect(window).toHaveLength(MAX_TOKENS)
        expect([window[0], window[MAX_TOKENS - 1]]).toEqual([OPEN, CLOSE])
      }
      const inside = windows.map(window => window.slice(1, -1))
      const read = new Set(inside.flat())
      const last = Math.max(...read)
      expect(read.size).toBe(last - 1000 + 1)
      expect(truncated).toBe(last < 1000 + content - 1)
      for (let i = 1; i < inside.length; i++) expect(inside[i - 1]).toContain(inside[i][0])
    }),
    { seed: 4, numRuns: 60 },
  )
})
