/** The page is kept on the device: one visit is enough to go offline, and a later version waits until it is asked for. */
import type { BrowserContext, Page } from '@playwright/test'
import { builtPage } from '../builtPage.ts'
import { buildLater, type Host, startHost } from './support/deploy.ts'
import { badge, bars, chooseExample, chosen, dial, promptBox, setDial, worldPicker } from './support/page.ts'
import { CUT_OFF, expect, test } from './support/test.ts'
import { button, waitForUpdates } from './support/training.ts'

test.use({ serviceWorkers: 'allow', tolerated: CUT_OFF })
test.setTimeout(180_000)

let host: Host

test.beforeEach(async () => {
  host = await startHost(builtPage())
})
test.afterEach(() => host.stop())

/** The smallest world: what is looked at here does not depend on its size. */
async function visit(page: Page): Promise<void> {
  await page.goto(`${host.address}#v=1&world=judged-4`)
  await expect(chosen(page)).toBeVisible()
}

/** A first visit, until all of the page is on the device. */
async function firstVisit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await visit(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  return page
}

/** A part of the page that is fetched when it is opened, and not before: a chart of the comparison. */
async function openLazyPart(page: Page): Promise<void> {
  await page.locator('.compare').scrollIntoViewIfNeeded()
  await page.getByText('Family by family').click({ timeout: 60_000 })
  await expect(page.locator('.recharts-surface').first()).toBeVisible()
}

const news = (page: Page) => page.locator('[data-part=new-version]')
const isLater = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'laterVersion') === true)

test('after one visit the page opens, routes, evaluates and trains with nobody answering', async ({
  context,
}) => {
  await (await firstVisit(context)).close()
  await host.stop()

  const page = await context.newPage()
  await visit(page)
  await setDial(page, 100)
  expect((await bars(page)).filter(row => row.chosen)).toHaveLength(1)
  await chooseExample(page, 1)
  await expect(page.locator('.spectrum-area').first()).toBeAttached()
  await openLazyPart(page)

  await page.getByLabel('runs on').selectOption({ label: 'WASM' })
  await button(page, 'Play').click()
  await waitForUpdates(page, 200)
  await button(page, 'Pause').click()

  await worldPicker(page).selectOption('exam-13')
  await expect(dial(page)).toBeVisible()
  expect(await bars(page)).toHaveLength(13)
})

test('an encoder that was used once is there offline too', async ({ context }) => {
  const first = await firstVisit(context)
  await promptBox(first).fill('The first visit fetches the encoder.')
  await expect(first.getByText(/Encoded on this device/)).toBeVisible({ timeout: 60_000 })
  await first.close()
  await host.stop()

  const page = await context.newPage()
  await visit(page)
  await expect(page.getByText('The encoder is on this device already.')).toBeVisible()
  await promptBox(page).fill('The second one needs no network.')
  await expect(badge(page)).toHaveAttribute('data-backend', 'wasm', { timeout: 60_000 })
  await expect(page.getByText(/Encoded on this device/)).toBeVisible()
})

test('a later version waits, the old one works on, and the button brings the later one', async ({
  context,
}) => {
  const old = await firstVisit(context)
  await buildLater('.cache/e2e-later')
  await host.deploy('.cache/e2e-later')
  const page = await context.newPage()
  await visit(page) // the browser looks for a later version at every visit
  await expect(news(page)).toContainText('A new version of this page is out.', { timeout: 30_000 })
  await expect(news(old)).toBeVisible()
  expect([await isLater(page), await isLater(old)]).toEqual([false, false])
  await openLazyPart(page) // from the copies: the host has no such chunk any more

  await news(page).getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => isLater(page).catch(() => null)).toBe(true)
  await expect(chosen(page)).toBeVisible()
  await expect(news(page)).toBeEmpty()
  await openLazyPart(page)

  // The other tab is told, and left alone.
  await expect(news(old)).toContainText('Another tab has gone on to a new version')
  expect(await isLater(old)).toBe(false)
  await setDial(old, 100)
  expect((await bars(old)).filter(row => row.chosen)).toHaveLength(1)
})
