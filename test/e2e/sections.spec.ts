import { open } from './support/page.ts'
import { expect, test } from './support/test.ts'
import { button, setSpeed, updates, waitForUpdates } from './support/training.ts'

test.use({ tolerated: /Failed to load resource|Failed to fetch dynamically imported module/ })

test('a section that cannot be fetched takes nothing with it, and is there once it can be', async ({
  page,
}) => {
  let lost = true
  await page.route(/CompareSection[^/]*\.js$/, route => (lost ? route.abort() : route.continue()))
  await open(page)
  await setSpeed(page, 'Normal')
  await button(page, 'Play').click()
  const compare = page.getByRole('region', { name: 'Compare' })
  await expect(compare.getByRole('alert')).toContainText('“Compare” could not be shown')
  await waitForUpdates(page, 5)

  lost = false
  await compare.getByRole('button', { name: 'Try again' }).click()
  await expect(compare.getByRole('tab', { name: 'Unseen families' })).toBeVisible()
  await expect(compare.getByRole('alert')).toHaveCount(0)
  await waitForUpdates(page, (await updates(page)) + 5)
})
