/** Logs in the shapes that people have, through the page: what it reads, what it says, and what a person can put right. */
import type { Page } from '@playwright/test'
import { caseFiles } from '../fixtures/logCases.ts'
import { open } from './support/page.ts'
import { expect, test } from './support/test.ts'

const section = (page: Page) => page.locator('section.log')
const maker = (page: Page) => page.getByRole('button', { name: 'Make a world' })

async function bring(page: Page, names: string) {
  const files = caseFiles(names).map(({ name, bytes }) => ({
    name,
    mimeType: '',
    buffer: Buffer.from(bytes),
  }))
  await page.getByLabel('Routing log').setInputFiles(files)
}

test('ordinary spreadsheets, exports and archives are read, and named where they are known', async ({
  page,
}) => {
  await open(page)
  for (const [names, format] of [
    ['01-excel-uppercase-booleans.csv', 'CSV'],
    ['02-european-semicolon-decimal-comma.csv', 'CSV with semicolons'],
    [
      '05-llmrouterbench-tiny.json 05-llmrouterbench-mid.json 05-llmrouterbench-big.json',
      'LLMRouterBench, JSON',
    ],
    ['08-promptfoo-results.json', 'promptfoo, JSON'],
    ['13-log.jsonl.gz', 'JSON lines'],
    ['16-sprout-nested.jsonl 16-sprout-prices.json', 'SPROUT, JSON lines'],
    ['39-windows-1252.csv', 'CSV'],
  ]) {
    await bring(page, names)
    await expect(section(page)).toContainText(`${names.split(' ')[0]}`)
    await expect(section(page)).toContainText(`: ${format}, `)
    await expect(section(page)).toContainText('60 complete prompts, 3 LLMs')
  }
  await expect(section(page)).toContainText('it is read as Windows-1252')
})

test('an LLM that answered few prompts can be left out, and brought back', async ({ page }) => {
  await open(page)
  await bring(page, '65-one-llm-answered-few-long.csv')
  await expect(section(page).getByRole('alert')).toContainText('Only 10 of 60 prompts')
  await expect(maker(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Leave out newcomer: 60 prompts' }).click()
  await expect(section(page)).toContainText('60 complete prompts, 3 LLMs: tiny, mid, big')
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(section(page).getByRole('alert')).toContainText('Only 10 of 60 prompts')
})

test('scores below zero are stretched where a person says so, and costs take another unit', async ({
  page,
}) => {
  await open(page)
  await bring(page, '32-reward-model-scores-negative.csv')
  await expect(section(page).getByRole('alert')).toContainText('-7.975 to 5.957')
  await page.getByLabel('scores run over').selectOption('their own range')
  await expect(section(page)).toContainText('60 complete prompts, 3 LLMs')
  await expect(section(page)).toContainText('Scores are stretched to 0 to 1')
  await page.getByLabel('costs are in').selectOption('cents a call')
  await expect(section(page)).toContainText('Costs are read as cents.')
})

test('a column with the wrong meaning is set to nothing, and the best guess comes back', async ({ page }) => {
  await open(page)
  await bring(page, '34-wide-with-chosen-model.csv')
  await expect(section(page)).toContainText('60 complete prompts, 3 LLMs')
  await page.getByLabel('left aside').check()
  const model = page.getByLabel('model holds')
  await model.selectOption('the LLM’s name')
  await expect(section(page).getByRole('alert')).toContainText('choose the column with the score')
  await model.selectOption('nothing')
  await expect(section(page)).toContainText('60 complete prompts, 3 LLMs: tiny, mid, big')
})
