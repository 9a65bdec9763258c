import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colourAt, inkOn, luminance, priceColour, RAMPS } from '../../src/ui/priceRamp.ts'

const TOKENS = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8')
const COUNTS = [2, 3, 4, 11, 13, 64]
const THEMES = ['light', 'dark'] as const

/** Relative luminance of a token of the style sheet in a theme. */
function tokenLuminance(name: string, theme: (typeof THEMES)[number]): number {
  const [, light = '', dark = ''] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(TOKENS) ?? []
  const hex = theme === 'light' ? light : dark
  const [r, g, b] = [1, 3, 5].map(at => {
    const x = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

const ranks = COUNTS.flatMap(count => Array.from({ length: count }, (_, index) => ({ index, count })))

for (const theme of THEMES) {
  test(`every price stands at least 3 to 1 against paper and track in the ${theme} theme`, () => {
    for (const ground of ['paper', 'track', 'raised']) {
      const below = tokenLuminance(ground, theme)
      for (const { index, count } of ranks) {
        const own = luminance(colourAt(RAMPS[theme], index, count))
        expect(contrast(own, below), `${index} of ${count} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test(`edges of controls and marks of charts stand at least 3 to 1 against their ground in the ${theme} theme`, () => {
    for (const ground of ['paper', 'track', 'raised']) {
      for (const mark of ['edge', 'accent', 'quiet', 'ink']) {
        const ratio = contrast(tokenLuminance(mark, theme), tokenLuminance(ground, theme))
        expect(ratio, `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test(`lightness rises from the cheapest to the dearest in the ${theme} theme`, () => {
    const light = Array.from({ length: 64 }, (_, index) => colourAt(RAMPS[theme], index, 64)[0])
    expect(light).toEqual([...light].sort((a, b) => a - b))
  })
}

test('a name on a price’s colour can be read in both themes', () => {
  for (const { index, count } of ranks) {
    const inks = /^light-dark\((black|white), (black|white)\)$/.exec(inkOn(index, count)) ?? []
    THEMES.forEach((theme, place) => {
      const ink = inks[place + 1] === 'white' ? 1 : 0
      const below = luminance(colourAt(RAMPS[theme], index, count))
      expect(contrast(ink, below), `${index} of ${count}, ${theme}`).toBeGreaterThanOrEqual(4.5)
    })
  }
})

test('one LLM alone has the cheapest colour', () => {
  expect(priceColour(0, 1)).toBe(priceColour(0, 2))
})
