/** What axe finds: every rule of WCAG 2.0 to 2.2, A and AA, and its own best practices. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './test.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that a theme can break. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const

/**
 * Fails, and goes on, where axe finds anything: all rules in the light theme, those of colour in the dark one and where colours
 * are forced.
 * @param where what is looked at; the whole page without it
 * @param themed whether the other themes are looked at too
 */
export async function expectNothingFound(page: Page, state: string, where: string | null, themed: boolean) {
  for (const [theme, media] of Object.entries(THEMES)) {
    if (theme !== 'light' && !themed) continue
    await page.emulateMedia(media)
    // One frame, and no second page for the results.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    if (where !== null) axe.include(where)
    if (theme === 'light') axe.withTags(TAGS)
    else axe.withRules(RULES_OF_COLOUR)
    const { violations, passes, incomplete } = await axe.analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    )
    expect.soft(found, `${state}, ${theme}`).toEqual([])
    // Of what lies over the page axe cannot always tell the ground.
    expect
      .soft(passes.length + incomplete.length, `${state}, ${theme}: rules that had something to look at`)
      .toBeGreaterThan(0)
  }
  await page.emulateMedia(THEMES.light)
}
