import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { chosenName, open, setDial } from './support/page.ts'
import { expect, test } from './support/test.ts'

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function openFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('.files input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

const notice = (page: Page) => page.locator('.notice')

/** The LLM routed to along the dial. */
async function choices(page: Page): Promise<string[]> {
  const names: string[] = []
  for (const percent of [0, 20, 40, 60, 80, 100]) {
    await setDial(page, percent)
    names.push(await chosenName(page))
  }
  return names
}

test('a policy is saved, opened again, and routes as before', async ({ page }) => {
  await open(page, '#v=1&world=judged-4')
  const before = await choices(page)
  const { name, bytes } = await saved(page, 'Save policy')
  expect(name).toBe('barp-judged-4-policy.policy')
  expect(bytes.subarray(0, 4).toString()).toBe('BARP')
  await openFile(page, name, bytes)
  await expect(notice(page)).toContainText(`The policy of ${name} routes now.`)
  expect(await choices(page)).toEqual(before)

  // Evaluated beside the shipped one, whose copy it is.
  await page.locator('.compare').scrollIntoViewIfNeeded()
  const row = (name: string) =>
    page.getByRole('region', { name: 'Table of routers' }).getByRole('row', { name: new RegExp(`^${name}`) })
  await expect(row('opened policy')).toBeVisible({ timeout: 45_000 })
  const figures = async (name: string) => (await row(name).getByRole('cell').allTextContents()).slice(0, 6)
  expect(await figures('opened policy')).toEqual(await figures('shipped policy'))
})

test('a damaged policy is refused and nothing changes', async ({ page }) => {
  await open(page, '#v=1&world=judged-4')
  const before = await choices(page)
  const { name, bytes } = await saved(page, 'Save policy')
  bytes[bytes.length - 9] ^= 0x40
  await openFile(page, name, bytes)
  await expect(notice(page)).toContainText(/nothing has changed.*checksum/)
  expect(await choices(page)).toEqual(before)
})

test('a policy for other LLMs is refused, naming its world', async ({ page }) => {
  await open(page, '#v=1&world=judged-4')
  const { name, bytes } = await saved(page, 'Save policy')
  await open(page, '#v=1&world=exam-13')
  await openFile(page, name, bytes)
  await expect(notice(page)).toContainText(/“judged-4”/)
})

test('a run brings back world, example, dial and settings', async ({ page }) => {
  await open(page, '#v=2&world=judged-4&wc=0.73&t.entropyWeight=0.2&seed=9')
  const { name, bytes } = await saved(page, 'Save run')
  expect(name).toBe('barp-judged-4-run.json')
  const run = JSON.parse(bytes.toString())
  expect(run).toMatchObject({
    format: 'barp-run-1',
    world: 'judged-4',
    wc: 0.73,
    seed: 9,
    settings: { entropyWeight: 0.2 },
  })
  await open(page, '#v=1&world=routerbench-11&wc=0.1')
  await openFile(page, name, bytes)
  await expect(notice(page)).toContainText(`The run of ${name} is back.`)
  await expect(page.locator('#world')).toHaveValue('judged-4')
  await expect(page.locator('#dial')).toHaveValue('73')
  await expect(page.locator('label[for=prompt]')).toContainText(run.prompt)
  const again = await saved(page, 'Save run')
  expect(JSON.parse(again.bytes.toString())).toEqual(run)
})

const DAMAGED: readonly [what: string, damage: (json: string) => string, message: RegExp][] = [
  ['is cut off', json => json.slice(0, -40), /not JSON/],
  ['names a world that is not here', json => json.replace('"judged-4"', '"my-log"'), /my-log.*log itself/],
  ['has a setting out of bounds', json => json.replace('"batchSize":32', '"batchSize":1e9'), /batchSize/],
  ['is something else', () => 'a,b\r\n1,2\r\n', /neither a policy nor a run/],
]

test('a run that is damaged, of a world elsewhere or none at all is refused, and nothing changes', async ({
  page,
}) => {
  await open(page, '#v=1&world=judged-4&wc=0.5')
  const { bytes } = await saved(page, 'Save run')
  await setDial(page, 20)
  for (const [what, damage, message] of DAMAGED) {
    const changed = damage(bytes.toString())
    expect(changed, what).not.toBe(bytes.toString())
    await openFile(page, `${what}.json`, Buffer.from(changed))
    await expect(notice(page), what).toContainText(message)
    await expect(page.locator('#dial'), what).toHaveValue('20')
    await expect(page.locator('#world'), what).toHaveValue('judged-4')
  }
})
