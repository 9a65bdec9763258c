import { dial, open } from './support/page.ts'
import { boxesMovedByDial, shiftSinceOpening } from './support/shifts.ts'
import { expect, test } from './support/test.ts'

const SCREENS = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 720 },
  { width: 1600, height: 900 },
] as const

for (const viewport of SCREENS) {
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport })

    test('nothing jumps while the page loads or the dial is dragged, nothing scrolls sideways, and the dial stays in view', async ({
      page,
    }) => {
      await open(page)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
      await expect(dial(page)).toBeInViewport({ ratio: 1 })
      const { top, bottom } = await dial(page).evaluate(element => element.getBoundingClientRect())
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual(viewport.height)

      await expect(page.locator('.spectrum-area').first()).toBeAttached()
      await expect(page.getByTestId('drop-zone')).toBeAttached()
      await expect(page.locator('.section-wait')).toHaveCount(0) // every section is there, in whatever order they came
      expect(await shiftSinceOpening(page)).toBeLessThan(0.1)
      expect(await boxesMovedByDial(page)).toEqual([])

      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3))
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
      await expect(dial(page)).toBeInViewport({ ratio: 1 })
    })
  })
}
