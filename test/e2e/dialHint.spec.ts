/** The hint is seen on the page. When there is none, and what ends it: test/app/dialHint. */
import type { Page } from '@playwright/test'
import { dial, open, setDial } from './support/page.ts'
import { expect, test } from './support/test.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

/** Records the dial's values from now on, in per cent of saving, each when it changes. */
async function watchDial(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const seen: number[] = []
    Reflect.set(window, 'dialValues', seen)
    const look = () => {
      const dial = document.querySelector('#dial')
      const value = dial instanceof HTMLInputElement ? Number(dial.value) : null
      if (value !== null && value !== seen.at(-1)) seen.push(value)
      requestAnimationFrame(look)
    }
    look()
  })
  return () => page.evaluate(() => Reflect.get(window, 'dialValues'))
}

test('on a first visit the dial moves a little by itself and comes back', async ({ page }) => {
  const valuesSeen = await watchDial(page)
  await open(page)
  await expect.poll(async () => Math.max(...(await valuesSeen()))).toBeGreaterThan(33)
  await expect.poll(async () => (await valuesSeen()).at(-1)).toBe(30)
  const values = await valuesSeen()
  expect(values[0]).toBe(30)
  expect(Math.max(...values)).toBeLessThan(40)
})

test('a hand on the dial ends the hint', async ({ page }) => {
  const valuesSeen = await watchDial(page)
  await open(page)
  await expect.poll(async () => (await valuesSeen()).length).toBeGreaterThan(1) // it has begun
  await setDial(page, 80)
  await expect(dial(page)).toHaveValue('80')
  await expect.poll(async () => (await valuesSeen()).at(-1)).toBe(80)
})
