/** What the page tells, and what moves while it does. */
import type { Page } from '@playwright/test'
import { dial, exampleButtons, holdBack, open, setDial, worldPicker } from './support/page.ts'
import { shiftSinceOpening } from './support/shifts.ts'
import { expect, test } from './support/test.ts'

/** What a journey may shift, by Chromium's layout shift score. */
const MOST_SHIFT = 0.02

const notice = (page: Page) => page.locator('.notice')

/** The shift score of a journey, with what the opening shifted left out. */
async function shiftOf(page: Page, journey: () => Promise<void>): Promise<number> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.section-wait')).toHaveCount(0)
  const before = await shiftSinceOpening(page)
  await journey()
  return (await shiftSinceOpening(page)) - before
}

/** Fails where the notice lies over the dial. */
async function expectClearOfDial(page: Page): Promise<void> {
  const covered = () =>
    notice(page).evaluate(element => {
      const told = element.getBoundingClientRect()
      const dial = document.querySelector('[data-part="dial"]')?.getBoundingClientRect()
      return !dial || (told.top < dial.bottom && dial.top < told.bottom)
    })
  await expect.poll(covered).toBe(false)
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport })

    test('a notice is shown clear of the dial, and neither that nor its dismissal moves the page', async ({
      page,
    }) => {
      await open(page, '#v=1&wc=0.4')
      const shift = await shiftOf(page, async () => {
        await page.evaluate(() => {
          location.hash = '#v=1&wc=7'
        })
        await expect(notice(page)).toBeVisible()
        await expectClearOfDial(page)
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3))
        await expectClearOfDial(page)
        await page.evaluate(() => scrollTo(0, 0))
        await page.getByRole('button', { name: 'Dismiss' }).click()
        await expect(notice(page)).toHaveCount(0)
      })
      expect(shift).toBeLessThanOrEqual(MOST_SHIFT)
    })

    test('another world shifts nothing, however long it takes', async ({ page }) => {
      await open(page)
      const release = await holdBack(page, /exam-13.*\.bin/)
      const shift = await shiftOf(page, async () => {
        await worldPicker(page).selectOption('exam-13')
        await expect(page.locator('.notice-loading')).toBeVisible()
        release()
        await expect(worldPicker(page)).toHaveValue('exam-13')
      })
      expect(shift).toBeLessThanOrEqual(MOST_SHIFT)
    })

    test('another example, Play and a followed link shift nothing', async ({ page }) => {
      await open(page)
      const shift = await shiftOf(page, async () => {
        // By a link: on a phone the examples stand folded.
        const example = await exampleButtons(page).nth(2).getAttribute('value')
        await page.evaluate(name => {
          location.hash = `#v=1&prompt=${name}`
        }, example)
        await expect(page.locator('label[for=prompt]')).toContainText(example ?? '')
        await setDial(page, 80)
        await page.getByRole('button', { name: 'Play', exact: true }).click()
        await expect(page.locator('[data-part="progress"]')).not.toHaveAttribute('data-step', '0')
        await page.getByRole('button', { name: 'Pause', exact: true }).click()
        await page.evaluate(() => {
          location.hash = '#v=1&wc=0.1'
        })
        await expect(dial(page)).toHaveValue('10')
      })
      expect(shift).toBeLessThanOrEqual(MOST_SHIFT)
    })
  })
}

test('what is told of a world goes with it', async ({ page }) => {
  await open(page, '#v=1&world=nowhere')
  await expect(notice(page)).toContainText('“nowhere”')
  await worldPicker(page).selectOption('exam-13')
  await expect(worldPicker(page)).toHaveValue('exam-13')
  await expect(notice(page)).toHaveCount(0)
})
