import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { faintTexts } from './support/contrast.ts'
import { open, setDial } from './support/page.ts'
import { expect, test } from './support/test.ts'

const chart = (page: Page) => page.locator('.frontier')
const table = (page: Page) => page.getByRole('region', { name: 'Table of routers' })

/** Scrolls to the comparison and waits until the routers are evaluated. */
async function openComparison(page: Page, fragment: string): Promise<void> {
  await open(page, fragment)
  await page.locator('.compare').scrollIntoViewIfNeeded()
  await expect(chart(page)).toBeVisible({ timeout: 45_000 })
}

/** The page that the tests which only read share: evaluated once, which takes seconds. */
const evaluated = (page: Page) => openComparison(page, '#v=1&world=judged-4')

/** The table's rows: name, then the figures as they are written. */
function rows(page: Page): Promise<string[][]> {
  return table(page)
    .locator('tbody tr')
    .evaluateAll(list =>
      list.map(row => [...row.querySelectorAll('th, td')].map(cell => (cell.textContent ?? '').trim())),
    )
}

/** The number that a cell starts with; a cell without one fails. */
function figure(text: string): number {
  const [number] = /^[−+$]*[\d.]*\d/.exec(text) ?? []
  if (number === undefined) throw new Error(`“${text}” is no figure.`)
  return Number(number.replace('−', '-').replace('$', ''))
}

test('every router has a row, best mean reward first, with AIQ beside the Zero router’s', async ({
  shared,
}) => {
  const page = await shared('evaluated', evaluated)
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
  await expect(table(page)).toContainText(/MEASURED.*n = \d+ prompts/)
})

test('quality, cost and regret in the table follow the dial, means over the dial do not', async ({
  shared,
}) => {
  const page = await shared('evaluated', evaluated)
  await setDial(page, 0)
  await expect(table(page)).toContainText('at w_c = .0')
  const [before] = (await rows(page)).filter(([name]) => name === 'shipped policy')
  await setDial(page, 100)
  await expect(table(page)).toContainText('at w_c = 1.0')
  const [after] = (await rows(page)).filter(([name]) => name === 'shipped policy')
  expect(after.slice(0, 4)).toEqual(before.slice(0, 4))
  const [quality, cost] = [figure(after[4]), figure(after[5])]
  expect(quality).toBeLessThan(figure(before[4]))
  expect(cost).toBeLessThan(figure(before[5]))
  expect(after[6]).not.toBe(before[6])
})

test('out of distribution every score stands beside its cost, on other prompts', async ({ shared }) => {
  const page = await shared('evaluated', evaluated)
  const trained = await rows(page)
  await page.getByRole('tab', { name: 'Families it trains on' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Unseen families' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator('.compare')).toContainText(/Kept out of training: \w/)
  const unseen = await rows(page)
  expect(unseen.map(([name]) => name).toSorted()).toEqual(trained.map(([name]) => name).toSorted())
  expect(unseen).not.toEqual(trained)
  for (const row of unseen) expect(row[5]).toMatch(/^\$[\d.]+$/)
  await page.getByRole('tab', { name: 'Families it trains on' }).click()
  expect(await rows(page)).toEqual(trained)
})

test('a policy trained here is evaluated in full once it rests, on unseen families and family by family too', async ({
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

test('the chart is read by keyboard, by rising cost', async ({ shared }) => {
  const page = await shared('evaluated', evaluated)
  await chart(page).focus()
  const costs: number[] = []
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('ArrowRight')
    const text = (await chart(page).getAttribute('aria-valuetext')) ?? ''
    costs.push(Number(/per 1,000 \$([\d.]+)/.exec(text)?.[1]))
  }
  expect(costs.every(Number.isFinite)).toBe(true)
  expect(new Set(costs).size).toBeGreaterThan(5)
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

test('the comparison is legible in both themes', async ({ shared }) => {
  const page = await shared('evaluated', evaluated)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await faintTexts(page, 4.5), colorScheme).toEqual([])
  }
})

test('the comparison is saved as CSV, SVG and PNG', async ({ shared }) => {
  const page = await shared('evaluated', evaluated)
  const figure = page.locator('.chart-figure', { has: chart(page) })
  await figure.getByText('Numbers').click()
  const save = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: format }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const csv = await save('CSV')
  expect(csv.name).toBe('barp-cost-quality.csv')
  const lines = csv.bytes.toString().trimEnd().split('\r\n')
  expect(lines[0]).toBe('router,w_c,quality,quality sd,dollars per 1000 prompts,reward,regret,seeds,n')
  expect(lines.filter(line => line.startsWith('Zero router,'))).toHaveLength(11)
  const svg = await save('SVG')
  expect(svg.name).toBe('barp-cost-quality.svg')
  expect(svg.bytes.toString()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*Zero router/s)
  expect(svg.bytes.toString()).not.toMatch(/var\(|light-dark|class=/)
  const png = await save('PNG')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
})

test('a shipped world is compared at once, by its shipped evaluation: neither all of the world nor a worker is waited for', async ({
  page,
}) => {
  const workers: string[] = []
  page.on('request', request => workers.push(...(/study\.worker/.exec(request.url()) ?? [])))
  await page.route('**/worlds/judged-4.bin', () => {}) // all of the world never comes
  await openComparison(page, '#v=1&world=judged-4')
  await expect(page.locator('.compare .origin')).toHaveText(
    'Shipped evaluation, computed when the policy was trained.',
  )
  expect((await rows(page)).map(([name]) => name)).toContain('kNN, full info')
  expect(workers).toEqual([])
})

test('a shipped evaluation that cannot be had is worked out here, which is said', async ({ page }) => {
  await page.route('**/judged-4.evaluation.json', route => route.fulfill({ body: '{"format":' }))
  await openComparison(page, '#v=1&world=judged-4')
  await expect(page.locator('.compare .origin')).toContainText(
    'Evaluated here, on this device. The shipped evaluation is not used: policies/judged-4.evaluation.json cannot be used',
  )
})

for (const viewport of [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]) {
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport })

    test('every figure of every router and family is on the screen, beneath what it is', async ({ page }) => {
      await openComparison(page, '#v=1&world=judged-4')
      await page.getByText('Family by family').click()
      await expect(page.getByRole('region', { name: 'Table of families' })).toBeVisible()
      for (const name of ['Table of routers', 'Table of families']) {
        const cells = await page
          .getByRole('region', { name })
          .locator('tbody :is(th, td)')
          .evaluateAll(list =>
            list.map(cell => {
              const { left, right, height } = cell.getBoundingClientRect()
              const label = getComputedStyle(cell, '::before').content
              const isCut = cell.scrollWidth > cell.clientWidth
              return {
                left,
                right,
                height,
                isCut,
                text: cell.textContent,
                label,
                isName: cell.tagName === 'TH',
              }
            }),
          )
        expect(cells.length).toBeGreaterThan(50)
        for (const { left, right, height, isCut, text, label, isName } of cells) {
          expect(left, text).toBeGreaterThanOrEqual(0)
          expect(right, text).toBeLessThanOrEqual(viewport.width)
          expect(height).toBeGreaterThan(0)
          expect(isCut, text).toBe(false)
          expect(text).not.toBe('')
          if (!isName) expect(label, text).toMatch(/^"[$\w].*"$/)
        }
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
    })
  })
}
