import { open } from './support/page.ts'
import { expect, test } from './support/test.ts'

test('before the first run the charts show the run that made the shipped policy, labelled so, and a run of one’s own takes their place', async ({
  page,
}) => {
  await open(page, '#v=1&world=judged-4')
  const charts = page.locator('.stage-charts')
  const label = 'Recorded: the run that made the shipped policy, 20,000 updates, seed 1.'
  await expect(charts).toContainText(label)
  await expect(charts).toContainText('20,000 updates')
  await expect(charts.locator('path')).not.toHaveCount(0)
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(charts).not.toContainText('Recorded')
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(charts).toContainText(label)
})

test('a recorded run that cannot be had is said in words, and fetched again on a press', async ({ page }) => {
  let refuse = true
  await page.route('**/judged-4.run.json', route =>
    refuse ? route.fulfill({ body: '{' }) : route.continue(),
  )
  await open(page, '#v=1&world=judged-4')
  const charts = page.locator('.stage-charts')
  await expect(charts).toContainText('The recorded run could not be fetched: policies/judged-4.run.json')
  refuse = false
  await charts.getByRole('button', { name: 'Try again' }).click()
  await expect(charts).toContainText('Recorded: the run that made the shipped policy')
})
