/** axe finds nothing, whatever state the page is in. One page goes through all of them, since looking is what takes the time. */
import type { Page } from '@playwright/test'
import { expectNothingFound } from './support/axe.ts'
import { holdBack, open, promptBox, worldPicker } from './support/page.ts'
import { CUT_OFF, expect, test } from './support/test.ts'
import { button, progress, waitForUpdates } from './support/training.ts'

// A world is kept from the page on purpose.
test.use({ tolerated: CUT_OFF })
test.setTimeout(600_000)

/** By place: on phones the names are shorter. */
const speed = (page: Page, place: number) => page.locator('[data-part=speed] input').nth(place)

type Look = (state: string, where?: string) => Promise<void>

/** Words that the encoder knows none of. */
const GIBBERISH = 'xqzt blorp fnarg'

async function lookAtStage(page: Page, look: Look): Promise<void> {
  await look('at rest')
  await page.locator('.answer-why summary').click()
  await look('why open', '.route')
  await page.locator('.answer-why summary').click()
  await page.locator('[popovertarget=page-menu]').click()
  await look('menu open', '#page-menu')
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    location.hash = '#v=1&wc=7'
  })
  await expect(page.locator('.notice')).toBeVisible()
  await look('notice', '.status-line')
  await page.getByRole('button', { name: 'Dismiss' }).click()
}

async function lookAtOwnWords(page: Page, look: Look): Promise<void> {
  const opener = page.locator('.prompt-line')
  if (await opener.isVisible()) await opener.click()
  const release = await holdBack(page, /model_quantized\.onnx/)
  await promptBox(page).fill(GIBBERISH)
  await expect(page.locator('[data-part=answer]')).toHaveAttribute('data-state', 'stale')
  await look('own words on their way', '.stage')
  release()
  await expect(page.locator('[data-part=prompt-warning]')).not.toBeEmpty({ timeout: 120_000 })
  await look('prompt with a warning', '.stage')
}

async function lookAtLab(page: Page, look: Look): Promise<void> {
  for (const section of await page.locator('section.section').all()) {
    await section.scrollIntoViewIfNeeded()
    await expect(section.locator('.section-wait')).toHaveCount(0)
  }
  await expect(page.locator('#compare .frontier')).toBeVisible()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  // One table of numbers stands for all: there are eight of hundreds of rows each.
  await page.locator('main details:not(.answer-why, .chart-foot *)').evaluateAll(details => {
    for (const element of details) element.setAttribute('open', '')
  })
  await page.locator('[data-part=entropy-curve] summary').click()
  await look('the lab with everything open')
  await page.locator('#log').getByRole('button', { name: 'Try one' }).first().click()
  await expect(page.locator('.mapping')).toBeVisible()
  await look('preview of a log', '#log')
}

async function lookAtTraining(page: Page, look: Look): Promise<void> {
  await speed(page, 1).check({ force: true })
  await button(page, 'Play').click()
  await waitForUpdates(page, 5)
  await look('training', '.stage-run')
  await speed(page, 0).check({ force: true })
  await expect(page.locator('[data-phase=outcome]')).toBeVisible()
  await button(page, 'Pause').click()
  await look('slow motion', '.stage')
  await page.getByRole('checkbox', { name: 'Peek' }).check()
  await look('a round, peeked at', '#rounds')
  await page.evaluate(() => {
    location.hash = '#v=3&world=judged-4&t.steps=40&seed=4&speed=fast'
  })
  await expect(worldPicker(page)).toHaveValue('judged-4')
  await button(page, 'Play').click()
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 90_000 })
  await look('a run at its end, with settings of its own', '.stage')
}

async function lookAtTheRest(page: Page, look: Look): Promise<void> {
  await button(page, 'Run race').click()
  await expect(page.locator('#race progress')).toBeVisible({ timeout: 90_000 })
  await look('race under way', '#race')
  await button(page, 'Cancel race').click()
  await page.route(/exam-13/, route => route.abort())
  await worldPicker(page).selectOption('exam-13')
  await expect(page.locator('.notice.problem')).toBeVisible()
  await look('a world that cannot be had', '.status-line')
  await page.evaluate(() => {
    location.hash = '#v=3&world=judged-4&presenter=1'
  })
  await expect(page.locator('.page')).toHaveAttribute('data-presenter', 'true')
  await look('larger, for a room', '.stage')
}

for (const { width, height, themed } of [
  { width: 1280, height: 800, themed: true },
  { width: 390, height: 844, themed: false },
  { width: 320, height: 640, themed: false },
]) {
  test(`axe finds nothing in any state at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    const look: Look = (state, where) => expectNothingFound(page, state, where ?? null, themed)
    await open(page)
    await page.waitForLoadState('networkidle')
    await lookAtStage(page, look)
    await lookAtLab(page, look)
    await lookAtTraining(page, look)
    await lookAtTheRest(page, look)
    // Last: the encoder keeps the processor busy for whatever comes after it.
    await lookAtOwnWords(page, look)
  })
}
