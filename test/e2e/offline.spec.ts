/** Cached for next time: the page opens and works with the network cut. */
import type { Page } from '@playwright/test'
import { badge, bars, dial, exampleButtons, open, promptBox, setDial } from './support/page.ts'
import { CUT_OFF, expect, test } from './support/test.ts'

test.use({ serviceWorkers: 'allow', tolerated: CUT_OFF })
test.setTimeout(120_000)

/** Addresses of all that the service worker has kept, joined. */
function keptFiles(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter(name => name.startsWith('barp-page'))
    const kept = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return kept.flatMap(requests => requests.map(({ url }) => url)).join(' ')
  })
}

test('after a first visit the page reloads and routes with the network cut', async ({ page, context }) => {
  await open(page)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await promptBox(page).fill('The first visit fetches the encoder.')
  await expect(page.getByText(/Encoded on this device/)).toBeVisible({ timeout: 60_000 })

  for (const file of [
    'assets/index-',
    'assets/TrainSection-',
    'gallery.bin',
    'policies/routerbench-11.bin',
  ]) {
    await expect.poll(() => keptFiles(page)).toContain(file)
  }

  await context.setOffline(true)
  await page.reload()
  await expect(dial(page)).toBeVisible()
  await setDial(page, 100)
  expect((await bars(page)).filter(row => row.chosen)).toHaveLength(1)
  await exampleButtons(page).nth(1).click()
  await expect(page.locator('.spectrum-area').first()).toBeAttached()

  await expect(page.getByText('The encoder is on this device already.')).toBeVisible()
  await promptBox(page).fill('The second one needs no network.')
  await expect(badge(page)).toHaveAttribute('data-backend', 'wasm', { timeout: 60_000 })
  await expect(page.getByText(/Encoded on this device/)).toBeVisible()
})
