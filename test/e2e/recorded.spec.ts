import { open } from './support/page.ts'
import { expect, test } from './support/test.ts'

const LABEL = 'Recorded: the run that made the shipped policy, 20,000 updates, seed 1.'

test('before the first run the charts show the run that made the shipped policy, labelled so, and a run of one’s own takes their place', async ({
  page,
}) => {
  await open(page, '#v=1&world=judged-4')
  const note = page.locator('.curves-note').first()
  const reward = page.locator('[data-part="reward"]').first()
  await expect(note).toHaveText(LABEL)
  await expect(reward).toContainText('20,000 updates')
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await expect(note).not.toHaveText(LABEL)
  await expect(reward).not.toContainText('20,000 updates')
  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(note).toHaveText(LABEL)
})

test('a recorded run that cannot be had is said in words, and fetched again on a press', async ({ page }) => {
  let refuse = true
  await page.route('**/judged-4.run.json', route =>
    refuse ? route.fulfill({ body: '{' }) : route.continue(),
  )
  await open(page, '#v=1&world=judged-4')
  const note = page.locator('.curves-note').first()
  await expect(note).toContainText('The recorded run could not be fetched: policies/judged-4.run.json')
  refuse = false
  await note.getByRole('button', { name: 'Try again' }).click()
  await expect(note).toHaveText(LABEL)
})
