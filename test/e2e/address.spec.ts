/** The address follows the view; reload, Back and Forward bring views back. */
import type { Page } from '@playwright/test'
import { chooseExample, dial, open, promptBox, setDial, worldPicker } from './support/page.ts'
import { expect, test } from './support/test.ts'

const fragment = (page: Page) => page.evaluate(() => location.hash)
const example = (page: Page) => page.locator('label[for=prompt]').textContent()

test('a first visit keeps a bare address; what is touched is in it at rest, and a reload brings it back', async ({
  page,
}) => {
  await open(page)
  await page.waitForLoadState('networkidle')
  expect(await fragment(page)).toBe('')
  await setDial(page, 64)
  await expect.poll(() => fragment(page)).toContain('wc=0.64')
  await chooseExample(page, 2)
  const shown = await example(page)
  await page.reload()
  await expect(dial(page)).toHaveValue('64')
  expect(await example(page)).toBe(shown)
})

test('Back and Forward go through prompts, worlds and sections, with the dial as it stood there', async ({
  page,
}) => {
  await open(page)
  const first = await example(page)
  await setDial(page, 55)
  await chooseExample(page, 2)
  const second = await example(page)
  await worldPicker(page).selectOption('judged-4')
  await expect(worldPicker(page)).toHaveValue('judged-4')
  await setDial(page, 80)
  await expect.poll(() => fragment(page)).toContain('wc=0.8')

  await page.goBack()
  await expect(worldPicker(page)).toHaveValue('routerbench-11')
  await expect(dial(page)).toHaveValue('55')
  expect(await example(page)).toBe(second)
  await page.goBack()
  await expect(page.locator('label[for=prompt]')).toHaveText(first ?? '')
  await expect(dial(page)).toHaveValue('55')
  await page.goForward()
  await page.goForward()
  await expect(worldPicker(page)).toHaveValue('judged-4')
  await expect(dial(page)).toHaveValue('80')
})

test('a section that a link names is gone to, and Back goes to the one before', async ({ page }) => {
  await open(page, '#v=3&open=compare')
  await expect(page.locator('#compare-title')).toBeFocused()
  await expect(page.locator('#compare-title')).toBeInViewport()
  await expect(page.locator('.section-wait')).toHaveCount(0)
  await expect(page.locator('#compare-title')).toBeInViewport()
  await page.evaluate(() => {
    location.hash = '#v=3&open=log'
  })
  await expect(page.locator('#log-title')).toBeFocused()
  await page.goBack()
  await expect(page.locator('#compare-title')).toBeFocused()
})

test('own words never reach the address, and Back from them leads to the example before', async ({
  page,
}) => {
  await open(page)
  const before = await example(page)
  await promptBox(page).fill('something quite secret')
  await setDial(page, 70)
  await expect.poll(() => fragment(page)).toContain('wc=0.7')
  expect(decodeURIComponent(page.url())).not.toMatch(/secret|prompt=/)
  await page.goBack()
  await expect(page.locator('label[for=prompt]')).toHaveText(before ?? '')
})

test('where the browser refuses to change the address the page works all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Too many calls', 'SecurityError')
    }
    history.replaceState = refuse
    history.pushState = refuse
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } })
  })
  await open(page)
  await setDial(page, 64)
  await worldPicker(page).selectOption('judged-4')
  await expect(worldPicker(page)).toHaveValue('judged-4')
  await expect(dial(page)).toHaveValue('64')
  await page.getByRole('button', { name: 'Share and view' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.locator('.notice')).toContainText(/The link is: http.*world=judged-4/)
})
