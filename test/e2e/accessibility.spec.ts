import type { Page } from '@playwright/test'
import { faintTexts } from './support/contrast.ts'
import { chosenName, dial, open, openMenu, setDial, tabTo, worldPicker } from './support/page.ts'
import { expect, test } from './support/test.ts'

/** These tests share a page with its card closed, as it opens. */
const atRest = (page: Page) => open(page)

test('every control has a name', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  // What is hidden from everybody (a file input behind its button) is no control; the sections fetched late are there by then.
  await expect(page.locator('[data-part="log-files"]')).toBeVisible()
  const controls = page
    .locator('button, input, select, textarea, summary, a[href], [role=img], progress')
    .filter({ visible: true })
  const count = await controls.count()
  expect(count).toBeGreaterThan(15)
  for (let i = 0; i < count; i++) await expect(controls.nth(i)).toHaveAccessibleName(/\S/)
})

test('headings go down one level at a time, from a single first one', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const levels = await page
    .getByRole('heading')
    .evaluateAll(headings => headings.map(heading => Number(heading.tagName.slice(1))))
  expect(levels.filter(level => level === 1)).toHaveLength(1)
  expect(levels[0]).toBe(1)
  levels.slice(1).forEach((level, i) => {
    expect(level - levels[i]).toBeLessThanOrEqual(1)
  })
})

test('the page has a language, a title and one main landmark', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveTitle(/\S/)
  await expect(page.getByRole('main')).toHaveCount(1)
})

test('every text stands out from its background in both themes, the data card’s too', async ({ page }) => {
  await open(page)
  const inBothThemes = async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await faintTexts(page, 4.5), colorScheme).toEqual([])
    }
  }
  await inBothThemes()
  await openMenu(page)
  await inBothThemes()
})

test('Tab reaches the dial, every stop on the way shows its focus, and arrows work there', async ({
  page,
}) => {
  await open(page)
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab')
    const { id, outline, name } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return {
        id: element.id,
        name: element.outerHTML.slice(0, 80),
        outline: `${outlineStyle} ${outlineWidth}`,
      }
    })
    expect(outline, name).not.toMatch(/^none| 0px$/)
    if (id === 'dial') break
  }
  await expect(dial(page)).toBeFocused()
  await page.keyboard.press('Home')
  const before = await chosenName(page)
  await page.keyboard.press('End')
  expect(await chosenName(page)).not.toBe(before)
})

test('the first stop skips to the dial, and leaves world and dial as they are', async ({ page }) => {
  await open(page, '#v=1&world=exam-13&wc=0.64')
  await tabTo(page, page.getByRole('link', { name: 'Skip to the dial' }), 1)
  await page.keyboard.press('Enter')
  await expect(dial(page)).toBeFocused()
  await page.waitForLoadState('networkidle')
  await expect(worldPicker(page)).toHaveValue('exam-13')
  await expect(dial(page)).toHaveValue('64')
  await expect(page.locator('.notice-place')).toHaveText('')
  await page.keyboard.press('End')
  await expect(dial(page)).toHaveValue('100')
})

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page)
  await setDial(page, 100)
  const running = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(animation => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
      .map(animation => animation.id || String(animation)),
  )
  expect(running).toEqual([])
  await expect(dial(page)).toHaveValue('100')
})
