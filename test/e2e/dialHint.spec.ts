import type { Page } from '@playwright/test'
import { dial, open, setDial } from './support/page.ts'
import { expect, test } from './support/test.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

/** Records every value that the dial takes from now on. */
async function watchDial(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Reflect.set(window, 'dialValues', seen)
    const look = () => {
      const value = document.querySelector('#dial')?.getAttribute('aria-valuetext')
      if (value) seen.add(value)
      requestAnimationFrame(look)
    }
    look()
  })
  return () => page.evaluate(() => [...Reflect.get(window, 'dialValues')])
}

test('on a first visit the dial moves a little by itself and comes back; on a second it stands still', async ({
  page,
}) => {
  const valuesSeen = await watchDial(page)
  await open(page)
  await expect.poll(async () => (await valuesSeen()).length).toBeGreaterThan(2)
  await expect(dial(page)).toHaveValue('30')
  await page.reload()
  await expect(dial(page)).toBeVisible()
  await page.waitForTimeout(800)
  expect(await valuesSeen()).toEqual(['70 % quality / 30 % saving'])
})

test('a hand on the dial ends the hint', async ({ page }) => {
  await open(page)
  await setDial(page, 80)
  await page.waitForTimeout(1600)
  await expect(dial(page)).toHaveValue('80')
})

test('with reduced motion the dial never moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const valuesSeen = await watchDial(page)
  await open(page)
  await page.waitForTimeout(800)
  expect(await valuesSeen()).toEqual(['70 % quality / 30 % saving'])
})
