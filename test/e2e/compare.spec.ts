import type { Page } from '@playwright/test'
import { faintTexts } from './support/contrast.ts'
import { open, setDial } from './support/page.ts'
import { expect, test } from './support/test.ts'

const chart = (page: Page) => page.locator('.frontier')
const table = (page: Page) => page.getByRole('region', { name: 'Table of routers' })

/** Scrolls to the comparison and waits until the routers are judged. */
async function openComparison(page: Page, fragment: string): Promise<void> {
  await open(page, fragment)
  await page.locator('.compare').scrollIntoViewIfNeeded()
  await expect(chart(page)).toBeVisible({ timeout: 45_000 })
}

/** The table's rows: name, then the figures as they are written. */
function rows(page: Page): Promise<string[][]> {
  return table(page)
    .locator('tbody tr')
    .evaluateAll(list =>
      list.map(row => [...row.querySelectorAll('th, td')].map(cell => (cell.textContent ?? '').trim())),
    )
}

const figure = (text: string) => Number(text.replace('−', '-').replace(/ .*/, ''))

test('every router has a row, best mean reward first, with AIQ beside the Zero router’s', async ({
  page,
}) => {
  await openComparison(page, '#v=1&world=judged-4')
  const list = await rows(page)
  const names = list.map(([name]) => name)
  for (const name of [
    'oracle',
    'Zero router',
    'random',
    'best LLM at each w',
    'kNN, full info',
    'shipped policy',
  ]) {
    expect(names).toContain(name)
  }
  expect(names[0]).toBe('oracle')
  const rewards = list.map(([, reward]) => figure(reward))
  expect(rewards.toSorted((a, b) => b - a)).toEqual(rewards)
  const zero = list.find(([name]) => name === 'Zero router') ?? []
  const policy = list.find(([name]) => name === 'shipped policy') ?? []
  expect(figure(policy[3])).toBeCloseTo(figure(policy[2]) - figure(zero[2]), 2)
  await expect(table(page)).toContainText(/MEASURED HERE.*n = \d+ prompts/)
})

test('quality, cost and regret in the table follow the dial, means over the dial do not', async ({
  page,
}) => {
  await openComparison(page, '#v=1&world=judged-4&wc=0')
  const [before] = (await rows(page)).filter(([name]) => name === 'shipped policy')
  await setDial(page, 100)
  await expect(table(page)).toContainText('at w_c = 1.0')
  const [after] = (await rows(page)).filter(([name]) => name === 'shipped policy')
  expect(after.slice(0, 4)).toEqual(before.slice(0, 4))
  expect(figure(after[5].replace('$', ''))).toBeLessThan(figure(before[5].replace('$', '')))
})

test('out of distribution every score stands beside its cost, on other prompts', async ({ page }) => {
  await openComparison(page, '#v=1&world=judged-4')
  const trained = await rows(page)
  await page.getByRole('tab', { name: 'Families it trains on' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Unseen families' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.compare')).toContainText(/Kept out of training: \w/)
  const unseen = await rows(page)
  expect(unseen.map(([name]) => name).toSorted()).toEqual(trained.map(([name]) => name).toSorted())
  expect(unseen).not.toEqual(trained)
  for (const row of unseen) expect(row[5]).toMatch(/^\$[\d.]+$/)
})

test('a policy trained here is judged in full once it rests, on unseen families and family by family too', async ({
  page,
}) => {
  await openComparison(page, '#v=1&world=judged-4')
  const own = async () => (await rows(page)).find(([name]) => name.startsWith('your policy'))
  expect(await own()).toBeUndefined()
  await page.getByRole('button', { name: 'Step', exact: true }).click()
  await page.locator('.compare').scrollIntoViewIfNeeded()
  await expect.poll(async () => (await own())?.[0], { timeout: 45_000 }).toBe('your policy')
  expect((await rows(page)).map(([name]) => name)).toContain('shipped policy')
  await page.getByText('Family by family').click()
  await expect(page.locator('.compare')).toContainText('reward of the trained policy')
  await page.getByRole('tab', { name: 'Unseen families' }).click()
  expect((await own())?.[1]).toMatch(/^−?\.\d{3}$/)
})

test('a policy in training stands among the routers, with the prompts that it has been tried on', async ({
  page,
}) => {
  await open(page, '#v=1&world=judged-4')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.locator('.compare').scrollIntoViewIfNeeded()
  await expect(chart(page)).toBeVisible({ timeout: 45_000 })
  await expect(table(page).getByRole('rowheader', { name: /^your policy n = \d+$/ })).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeAttached()
})

test('the chart is read by keyboard, by rising cost', async ({ page }) => {
  await openComparison(page, '#v=1&world=judged-4')
  await chart(page).focus()
  const costs: number[] = []
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowRight')
    const text = (await chart(page).getAttribute('aria-valuetext')) ?? ''
    costs.push(Number(/per 1,000 \$([\d.]+)/.exec(text)?.[1]))
  }
  expect(costs.toSorted((a, b) => a - b)).toEqual(costs)
  await page.keyboard.press('End')
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /gemini-2.5-pro/)
})

test('ablations train here and land in the table with their seeds', async ({ page }) => {
  test.setTimeout(120_000)
  await openComparison(page, '#v=1&world=judged-4')
  const form = page.locator('.ablations')
  for (const name of [/^policy as set/, /^linear head/]) await form.getByRole('checkbox', { name }).uncheck()
  await form.getByLabel('Seeds').selectOption('2')
  await form.getByLabel('Updates each').fill('60')
  await form.getByLabel('Updates each').press('Enter')
  await form.getByRole('button', { name: 'Train and compare' }).click()
  await expect(form).toContainText('on 2 seeds', { timeout: 90_000 })
  const [row] = (await rows(page)).filter(([name]) => name === 'no entropy')
  expect(row.at(-1)).toBe('2')
  expect(row[1]).toMatch(/^\.\d{3} ± \.\d{3}$/)
  await expect(chart(page)).toContainText('no entropy')
})

test('a study can be cancelled', async ({ page }) => {
  await openComparison(page, '#v=1&world=judged-4')
  const form = page.locator('.ablations')
  await form.getByLabel('Updates each').fill('90000')
  await form.getByLabel('Updates each').press('Enter')
  await form.getByRole('button', { name: 'Train and compare' }).click()
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form.getByRole('button', { name: 'Train and compare' })).toBeVisible()
  await expect(form).toContainText('cancelled')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the comparison is legible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await openComparison(page, '#v=1&world=judged-4')
    expect(await faintTexts(page, 4.5)).toEqual([])
  })
}
