/** The page in Firefox, as a visitor goes through it: one visit, step by step. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testLog, writeLog } from '../fixtures/logTables.ts'
import { type Opened, openFirefox, PATIENCE_MS } from './openFirefox.ts'

let firefox: Opened
beforeAll(async () => {
  firefox = await openFirefox()
})
afterAll(() => firefox?.close())

/** Waits until `read` gives what is wanted. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: PATIENCE_MS, interval: 100 })

/** What an element says, or one of its attributes; null where there is none. */
function read(selector: string, attribute: string | null = null): Promise<string | null> {
  return firefox.page.evaluate(
    (selector, attribute) => {
      const element = document.querySelector(selector)
      return attribute === null
        ? (element?.textContent?.trim() ?? null)
        : (element?.getAttribute(attribute) ?? null)
    },
    selector,
    attribute,
  )
}

const chosen = () => read('[data-testid=chosen]')
const updates = async () => Number(await read('[data-testid=training-progress]', 'data-step'))
const press = (name: string) => firefox.page.locator(`aria/${name}[role="button"]`).click()

test('it opens, and an example is routed', async () => {
  await eventually(chosen).toMatch(/→ ?\S/)
  expect(await firefox.page.$$('table.bars tbody tr')).toHaveLength(11)
})

test('the mouse drags the dial from end to end, and another LLM is routed to', async () => {
  const { page } = firefox
  const box = await (await page.waitForSelector('#dial'))?.boundingBox()
  if (!box) throw new Error('The dial has no box.')
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + 4, y)
  await page.mouse.down()
  await eventually(() => read('#dial', 'aria-valuetext')).toMatch(/^100 % quality \/ 0 % saving: \S/)
  const dear = await chosen()
  await page.mouse.move(box.x + box.width - 4, y, { steps: 10 })
  await page.mouse.up()
  await eventually(() => read('#dial', 'aria-valuetext')).toMatch(/^0 % quality \/ 100 % saving: \S/)
  expect(await chosen()).not.toBe(dear)
})

test('a typed prompt is encoded on the device and routed', async () => {
  await firefox.page.locator('#prompt').fill('Prove that the square root of two is irrational.')
  await eventually(() => read('main')).toMatch(/Encoded on this device: \d+ tokens/)
  expect(await read('[data-testid=encoder-badge]', 'data-backend')).toBe('wasm')
  expect(await chosen()).toMatch(/→ ?\S/)
})

test('a policy trains for five seconds, going on all the time, and pauses', async () => {
  await press('Play')
  await eventually(updates).toBeGreaterThan(0)
  const [started, first] = [performance.now(), await updates()]
  let last = first
  for (let lap = 1; lap <= 5; lap++) {
    await eventually(async () => performance.now() - started).toBeGreaterThanOrEqual(1000 * lap)
    await eventually(updates).toBeGreaterThan(last)
    last = await updates()
  }
  await press('Pause')
  await eventually(() => read('[data-testid=training-progress]', 'data-status')).toBe('paused')
  expect(last).toBeGreaterThan(first + 10)
})

test('a CSV of one’s own becomes a world', async () => {
  const { page } = firefox
  const [{ name, bytes }] = writeLog(testLog(70), 'wide csv')
  const folder = await mkdtemp(join(tmpdir(), 'barp-firefox-'))
  try {
    await writeFile(join(folder, name), bytes)
    const input = await page.waitForSelector('section.log input[type=file]')
    await input?.uploadFile(join(folder, name))
    await eventually(() => read('section.log')).toContain('70 complete prompts, 3 LLMs')
  } finally {
    await rm(folder, { recursive: true })
  }
  await press('Make a world')
  await eventually(() => read('section.log')).toContain('is a world now')
  await eventually(async () => (await page.$$('table.bars tbody tr')).length).toBe(3)
  expect(await page.$eval('#world', world => Reflect.get(world, 'value'))).toMatch(/^log-[0-9a-f]{16}$/)
})

test('nothing was complained of, and nothing came from elsewhere', () => {
  expect(firefox.complaints).toEqual([])
  expect(firefox.strangers).toEqual([])
})
