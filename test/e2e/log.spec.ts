/** A person's own log becomes a world, through the real encoder. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { type TestForm, testLog, writeLog } from '../fixtures/logTables.ts'
import {
  bars,
  chooseExample,
  chosen,
  exampleButtons,
  holdBack,
  open,
  openMenu,
  part,
  setDial,
  worldPicker,
} from './support/page.ts'
import { expect, test } from './support/test.ts'
import { button, numbersOf, waitForUpdates } from './support/training.ts'

test.setTimeout(120_000)

/** 70 prompts, three LLMs, three families. */
const LOG = testLog(70)

const section = (page: Page) => page.locator('section.log')
const maker = (page: Page) => page.getByRole('button', { name: 'Make a world' })
const kept = (page: Page) => section(page).locator('.kept li')

async function bring(page: Page, form: TestForm) {
  const files = writeLog(LOG, form)
  await page
    .getByLabel('Routing log')
    .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })))
}

test('a log is read, corrected, encoded, shown as a world, found again after a reload, and deleted', async ({
  page,
  requests,
}) => {
  await open(page)
  await bring(page, 'lists jsonl')
  await expect(section(page)).toContainText('JSON lines, 70 rows')
  await expect(section(page)).toContainText('a list of 3 LLMs beside it')

  // A wrong meaning is refused, and can be put right.
  const meaning = page.getByLabel('cost[1] holds')
  await meaning.selectOption('ignore')
  await expect(section(page).getByRole('alert')).toContainText('No cost is known for meta/llama-2')
  await expect(maker(page)).toHaveCount(0)
  await page.getByLabel('left aside').check()
  await meaning.selectOption('cost')
  await page.getByLabel('LLM of cost[1]').fill('meta/llama-2')
  await expect(section(page)).toContainText('70 complete prompts, 3 LLMs: gpt-4, llama-2, phi-3.5')

  await page.getByRole('checkbox', { name: /law \d+/ }).check()
  await page.getByLabel('Call it').fill('My routes')
  await maker(page).click()
  await expect(section(page)).toContainText('My routes is a world now', { timeout: 90_000 })
  await expect(section(page)).toContainText('It is kept on this device')

  // It is shown like the built-in ones, with a policy that is said to be untrained.
  await expect(worldPicker(page)).toHaveValue(/^log-[0-9a-f]{16}$/)
  await expect(page.getByText('No policy has been trained on this log yet').first()).toBeVisible()
  expect((await bars(page)).map(row => row.llm)).toEqual(['gpt-4', 'llama-2', 'phi-3.5'])
  await expect(exampleButtons(page).first()).toContainText('Question')
  await setDial(page, 100)
  await chooseExample(page, 1)
  await expect(chosen(page)).toBeVisible()
  await openMenu(page)
  await expect(part(page, 'data-card')).toContainText('Kept out of training: law')
  await page.keyboard.press('Escape')

  await page.reload()
  // The address names it: it is shown again. From another world it is opened by its button.
  await expect(worldPicker(page)).toHaveValue(/^log-/)
  await worldPicker(page).selectOption('routerbench-11')
  await expect(worldPicker(page)).toHaveValue('routerbench-11')
  await expect(kept(page)).toContainText('70 prompts, 3 LLMs')
  await kept(page).getByRole('button', { name: 'Open' }).click()
  await expect(worldPicker(page)).toHaveValue(/^log-/)
  await kept(page).getByRole('button', { name: 'Delete…' }).click()
  await kept(page).getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(kept(page)).toHaveCount(0)
  await expect(worldPicker(page)).toHaveValue('routerbench-11')
  expect(requests.filter(url => /Question|things/.test(decodeURIComponent(url)))).toEqual([])
})

test('an encoding can be cancelled, and goes on', async ({ page }) => {
  await open(page)
  await bring(page, 'wide parquet')
  const release = await holdBack(page, /model_quantized\.onnx/)
  await maker(page).click()
  await expect(section(page).getByRole('progressbar')).toBeVisible()
  await section(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(maker(page)).toBeVisible()
  release()
  await maker(page).click()
  await expect(section(page)).toContainText(/\d+ of 70 texts/, { timeout: 60_000 })
  await expect(section(page)).toContainText('is a world now', { timeout: 90_000 })
})

test('where the storage is full the log is a world all the same, and the page says that it is not kept', async ({
  page,
}) => {
  await open(page)
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await bring(page, 'wide parquet')
  await maker(page).click()
  await expect(section(page)).toContainText('is a world now', { timeout: 90_000 })
  await expect(section(page)).toContainText('The storage of this browser is full.')
  await expect(worldPicker(page)).toHaveValue(/^log-/)
  expect(await bars(page)).toHaveLength(3)
  await expect(kept(page)).toHaveCount(0)
})

test('a file that will not do is refused with row numbers, and nothing changes', async ({ page }) => {
  await open(page)
  const bad = `prompt,a,a|cost,b,b|cost\n${'What is it?,1,-1,0,0.1\n'.repeat(60)}`
  await page
    .getByLabel('Routing log')
    .setInputFiles({ name: 'bad.csv', mimeType: '', buffer: Buffer.from(bad) })
  await expect(section(page).getByRole('alert')).toContainText(
    'Negative or infinite in “a|cost”: rows 2, 3, 4, 5, 6 and 55 more',
  )
  await page
    .getByLabel('Routing log')
    .setInputFiles({ name: 'sheet.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04rest') })
  await expect(section(page).getByRole('alert')).toContainText('save the sheet as CSV')
  await expect(maker(page)).toHaveCount(0)
  await expect(worldPicker(page)).toHaveValue('routerbench-11')
})

test('a table can be dropped and pasted, and an example tried by keyboard', async ({ page }) => {
  await open(page)
  const [{ bytes }] = writeLog(LOG, 'long csv')
  const csv = new TextDecoder().decode(bytes)
  const transfer = await page.evaluateHandle(text => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'dropped.csv'))
    return data
  }, csv)
  await page.getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(section(page)).toContainText('dropped.csv: CSV, 210 rows')

  await page.getByRole('button', { name: 'Choose files' }).evaluate((button, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    button.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, csv)
  await expect(section(page)).toContainText('pasted text: CSV, 210 rows')

  await page.getByText('What a log looks like').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Try one' }).last().press('Enter')
  await expect(section(page)).toContainText('example.json: JSON, 72 rows')
  await expect(maker(page)).toBeVisible()
})

/** The real logs, where they stand beside the project. */
const LOGS = resolve(process.env.BARP_LOGS ?? '../shared/data')
/** All of a log takes minutes of two cores to encode: `BARP_WHOLE_LOGS=1` takes them, else one row of so many is. */
const WHOLE = process.env.BARP_WHOLE_LOGS === '1'

for (const [folder, prompts, llms, every] of [
  ['judged-k4', '1,766', 4, 12],
  ['exam-k13', '2,520', 13, 20],
] as const) {
  test(`the real log ${folder} is read whole, and becomes a world from which a policy learns`, async ({
    page,
  }) => {
    const [rows, models] = ['rows.jsonl', 'models.json'].map(name => resolve(LOGS, folder, name))
    test.skip(![rows, models].every(file => existsSync(file)), 'the log is not on this machine')
    test.setTimeout(WHOLE ? 1_800_000 : 600_000)
    await open(page)
    const input = page.getByLabel('Routing log')
    await input.setInputFiles([rows, models])
    await expect(section(page)).toContainText(`${prompts} complete prompts, ${llms} LLMs`)
    await expect(section(page).getByRole('alert')).toHaveCount(0)
    const lines = readFileSync(rows, 'utf8').trimEnd().split('\n')
    const some = lines.filter((_, i) => WHOLE || i % every === 0)
    await input.setInputFiles([
      { name: 'some.jsonl', mimeType: '', buffer: Buffer.from(some.join('\n')) },
      { name: 'models.json', mimeType: '', buffer: readFileSync(models) },
    ])
    await expect(section(page)).toContainText(`${some.length.toLocaleString('en')} complete prompts`)
    await maker(page).click()
    await expect(section(page)).toContainText(/[1-9]\d* of [\d,]+ texts, about .* left/, { timeout: 90_000 })
    await expect(worldPicker(page)).toHaveValue(/^log-/, { timeout: WHOLE ? 1_500_000 : 400_000 })
    await expect(chosen(page)).toBeVisible()
    expect(await bars(page)).toHaveLength(llms)

    await button(page, 'Play').click()
    await waitForUpdates(page, 1000, 120_000)
    await button(page, 'Pause').click()
    const reward = await numbersOf(page, 'reward-curve')
    const [, , average, validation, random, , oracle] = reward[reward.length - 1]
    expect(average).toBeGreaterThan(random)
    expect(validation).toBeGreaterThan(random)
    expect(average).toBeLessThan(oracle)

    // Evaluated like a world that came with a policy: in the table of routers, and family by family.
    await page.locator('.compare').scrollIntoViewIfNeeded()
    const routers = page.getByRole('region', { name: 'Table of routers' })
    await expect(routers.getByRole('rowheader', { name: 'your policy', exact: true })).toBeVisible({
      timeout: 90_000,
    })
    await page.getByText('Family by family').click()
    await expect(page.getByRole('region', { name: 'Table of families' }).locator('tbody tr')).not.toHaveCount(
      0,
    )
  })
}
