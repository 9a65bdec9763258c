import type { Page } from '@playwright/test'
import { bars, chosenName, dial, open, setDial, strip } from './support/page.ts'
import { expect, test } from './support/test.ts'

/** Rank of the routed LLM, 0 the cheapest. */
async function rank(page: Page): Promise<number> {
  return (await bars(page)).findIndex(row => row.chosen)
}

/** These tests share a page: each puts the dial where it needs it. */
const atRest = (page: Page) => open(page)

test('the keyboard drags from all quality to all saving, and the route gets cheaper', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  await dial(page).focus()
  await page.keyboard.press('Home')
  await expect(dial(page)).toHaveAttribute('aria-valuetext', /^100 % quality \/ 0 % saving: \S/)
  await expect(page.getByText('100 % quality / 0 % saving', { exact: true })).toBeVisible()
  const atQuality = { name: await chosenName(page), rank: await rank(page) }
  await page.keyboard.press('End')
  await expect(dial(page)).toHaveAttribute('aria-valuetext', /^0 % quality \/ 100 % saving: \S/)
  await expect(page.getByText('0 % quality / 100 % saving', { exact: true })).toBeVisible()
  expect(await chosenName(page)).not.toBe(atQuality.name)
  expect(await rank(page)).toBeLessThan(atQuality.rank)
})

test('an arrow key moves the dial by one step', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  await dial(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(dial(page)).toHaveAttribute('aria-valuetext', /^98 % quality \/ 2 % saving: \S/)
  await page.keyboard.press('ArrowLeft')
  await expect(dial(page)).toHaveAttribute('aria-valuetext', /^99 % quality \/ 1 % saving: \S/)
})

test('the mouse drags from end to end, and the route gets cheaper on the way', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const box = await dial(page).boundingBox()
  if (!box) throw new Error('The dial has no box.')
  const y = box.y + box.height / 2
  await setDial(page, 0)
  const before = await rank(page)
  await page.mouse.move(box.x + 12, y)
  await page.mouse.down()
  const seen = new Set<string>()
  for (let step = 1; step <= 20; step++) {
    await page.mouse.move(box.x + 12 + ((box.width - 24) * step) / 20, y)
    seen.add(await chosenName(page))
  }
  await page.mouse.up()
  await expect(dial(page)).toHaveValue('100')
  expect(await rank(page)).toBeLessThan(before)
  expect(seen.size).toBeGreaterThan(1)
})

test('dragging on the spectrum moves the dial', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const plot = page.locator('.spectrum-plot')
  await plot.scrollIntoViewIfNeeded()
  const box = await plot.boundingBox()
  if (!box) throw new Error('The spectrum has no box.')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.2, y)
  await page.mouse.down()
  await expect(dial(page)).toHaveValue('20')
  await page.mouse.move(box.x + box.width * 0.8, y)
  await expect(dial(page)).toHaveValue('80')
  await page.mouse.up()
  await page.mouse.move(box.x + box.width * 0.5, y)
  await expect(dial(page)).toHaveValue('80')
})

test('bars, value and route change in the very frame of the input event', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  await setDial(page, 0)
  const { before, after } = await page.evaluate(async () => {
    const element = document.querySelector('#dial')
    if (!element) throw new Error('There is no dial.')
    const read = () => ({
      table: document.querySelector('table')?.textContent,
      chosen: document.querySelector('[data-testid=chosen]')?.textContent,
      value: element.getAttribute('aria-valuetext'),
    })
    const before = read()
    await new Promise(requestAnimationFrame)
    // The prototype's setter, as a person's input does: React watches the element's own.
    Reflect.set(HTMLInputElement.prototype, 'value', '100', element)
    element.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve() // still before this frame is painted
    return { before, after: read() }
  })
  expect(after.value).toMatch(/^0 % quality \/ 100 % saving: \S/)
  expect(after.table).not.toBe(before.table)
  expect(after.chosen).not.toBe(before.chosen)
})

test('the spectrum is drawn, an area for each LLM', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const areas = page.locator('.spectrum path.spectrum-area')
  await expect(areas).toHaveCount(11)
  const drawn = await areas.evaluateAll(paths => paths.filter(path => path.getAttribute('d')).length)
  expect(drawn).toBe(11)
})

test('the strip under the spectrum agrees with the routed LLM all along the dial', async ({ shared }) => {
  const page = await shared('at rest', atRest)
  const runs = (await strip(page).getByRole('listitem').allInnerTexts()).map(text => {
    const [, llm, from, to] = /^(.+) from (\d+) to (\d+) % saving$/.exec(text.trim()) ?? []
    return { llm, from: Number(from), to: Number(to) }
  })
  expect(runs.length).toBeGreaterThan(1)
  expect(runs[0].from).toBe(0)
  expect(runs.at(-1)?.to).toBe(100)
  for (const position of [0, 10, 25, 40, 55, 70, 85, 100]) {
    await setDial(page, position)
    const run = runs.find(({ from, to }) => from <= position && position <= to)
    expect(await chosenName(page), `at ${position} % saving`).toBe(run?.llm)
  }
})
