import type { Page } from '@playwright/test'
import { bars, chooseExample, chosen, chosenName, open, promptBox } from './support/page.ts'
import { expect, test } from './support/test.ts'

test('an example prompt is routed on opening, without a request for the encoder', async ({
  page,
  requests,
}) => {
  await open(page)
  await page.waitForLoadState('networkidle')
  await expect(promptBox(page)).not.toHaveValue('')
  await expect(page.locator('label[for=prompt]')).toContainText('Example')
  expect(requests.filter(url => /encoder|onnx|ort-wasm|huggingface/.test(url))).toEqual([])
})

/** These tests share a page. */
const atRest = (page: Page) => open(page)

test('the simulated world says that it is simulated', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeVisible()
})

test('the probabilities add up and the routed LLM has the largest', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const rows = await bars(page)
  expect(rows).toHaveLength(11)
  const sum = rows.reduce((total, row) => total + row.percent, 0)
  expect(Math.abs(sum - 100)).toBeLessThanOrEqual(rows.length / 2 + 1)
  const best = rows.find(row => row.chosen)
  expect(best?.percent).toBe(Math.max(...rows.map(row => row.percent)))
  expect(best?.llm).toBe(await chosenName(page))
})

test('another example is routed at a click', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const before = await promptBox(page).inputValue()
  await page.locator('#family').selectOption({ index: 2 })
  await chooseExample(page, 1)
  await expect(promptBox(page)).not.toHaveValue(before)
  await expect(page.locator('.examples option:checked')).toHaveCount(1)
  await expect(chosen(page)).toBeVisible()
})
