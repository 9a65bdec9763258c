import { dial, open } from './support/page.ts'
import { boxesMovedByDial, shiftSinceOpening } from './support/shifts.ts'
import { partsOutside, sidewaysRoom } from './support/stage.ts'
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

    test('nothing jumps while the page loads or the dial is dragged, nothing scrolls sideways, and the dial stays in view along the stage', async ({
      page,
    }) => {
      await open(page)
      expect(await partsOutside(page, ['dial', 'spectrum', 'play'])).toEqual([])
      await expect(page.locator('.spectrum-area').first()).toBeAttached()
      await expect(page.getByTestId('drop-zone')).toBeAttached()
      await expect(page.locator('.section-wait')).toHaveCount(0) // every section is there, in whatever order they came
      expect(await sidewaysRoom(page)).toBe(0)
      expect(await shiftSinceOpening(page)).toBeLessThanOrEqual(0.02)
      expect(await boxesMovedByDial(page)).toEqual([])

      // As far down as the stage goes, to where the lab begins.
      await page.locator('.lab-index').evaluate(index => {
        scrollTo(0, scrollY + index.getBoundingClientRect().top - innerHeight)
      })
      await expect(dial(page)).toBeInViewport({ ratio: 1 })
    })
  })
}
