/** The whole idea in one view: what stands on the screen with nothing scrolled, at rest and while a policy trains. */
import type { Page } from '@playwright/test'
import { PHASES } from '../../src/core/experiment/pace.ts'
import { chosen, open, part, promptBox } from './support/page.ts'
import { shiftSinceOpening } from './support/shifts.ts'
import { partsOutside, STAGE, sidewaysRoom, smallTexts } from './support/stage.ts'
import { expect, test } from './support/test.ts'
import { button, setSpeed, waitForUpdates } from './support/training.ts'

/** What a page may shift while it opens, by Chromium's layout shift score. */
const MOST_SHIFT = 0.02

/** Frames looked at while something moves. */
const FRAMES = 30

/** Parts in the order in which the document has them. */
const inOrder = (page: Page, ids: readonly string[]) =>
  page
    .locator(ids.map(id => `[data-part="${id}"]`).join())
    .evaluateAll(parts => parts.map(part => part.getAttribute('data-part')))

/** What is drawn in a part. */
const drawn = (page: Page, id: string) => part(page, id).evaluate(element => element.innerHTML)

/** The lower edge of the last thing in the prompt's part, and the upper one of the answer, px. */
const promptBottom = (page: Page) =>
  page.locator('.examples').evaluate(list => list.getBoundingClientRect().bottom)
const answerTop = (page: Page) => part(page, 'answer').evaluate(part => part.getBoundingClientRect().top)

async function expectAllThere(page: Page): Promise<void> {
  await expect(page.locator('.section-wait')).toHaveCount(0)
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 1366, height: 768 },
]) {
  test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport })

    test('prompt, answer, bars, dial, spectrum, Play and both charts are in one view, in reading order, at rest, in training and in slow motion', async ({
      page,
    }) => {
      await open(page)
      expect(await inOrder(page, STAGE)).toEqual(STAGE)
      expect(await partsOutside(page, STAGE)).toEqual([])
      await expectAllThere(page)
      expect(await shiftSinceOpening(page)).toBeLessThanOrEqual(MOST_SHIFT)

      const before = await Promise.all(
        ['bars', 'spectrum', 'reward', 'entropy'].map(async id => ({ id, drawn: await drawn(page, id) })),
      )
      await setSpeed(page, 'Normal')
      await button(page, 'Play').click()
      await waitForUpdates(page, 5)
      expect(await partsOutside(page, STAGE, FRAMES)).toEqual([])
      for (const { id, drawn: then } of before) {
        await expect.poll(() => drawn(page, id), id).not.toBe(then)
      }
      await button(page, 'Pause').click()

      await button(page, 'Reset').click()
      await setSpeed(page, 'Slow motion')
      for (const phase of PHASES) {
        await button(page, 'Step').click()
        await expect(part(page, 'slow-motion')).toHaveAttribute('data-phase', phase)
        expect(await partsOutside(page, [...STAGE, 'slow-motion']), phase).toEqual([])
      }
      expect(await page.evaluate(() => scrollY)).toBe(0)
    })
  })
}

test('of thirteen LLMs the leading ones stand in the view, and the others open in place', async ({
  page,
}) => {
  await open(page, '#v=1&world=exam-13')
  expect(await partsOutside(page, STAGE)).toEqual([])
  const rows = part(page, 'bars').locator('tbody tr').filter({ visible: true })
  await expect(rows).toHaveCount(9)
  await expect(rows.and(page.locator('[aria-current=true]'))).toHaveCount(1)
  await page.getByRole('button', { name: 'All 13 LLMs' }).click()
  await expect(rows).toHaveCount(13)
  await page.getByRole('button', { name: 'The leading LLMs alone' }).click()
  await expect(rows).toHaveCount(9)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the routed LLM, the prompt in a line and the leading bars stand above a dock with dial, spectrum and Play', async ({
    page,
  }) => {
    await open(page)
    const dock = page.locator('.dock')
    const expectDocked = async () => {
      expect(await partsOutside(page, ['answer', 'dial', 'spectrum', 'play'], FRAMES)).toEqual([])
      const box = await dock.boundingBox()
      expect(box?.height).toBeLessThanOrEqual(0.38 * 844)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0)
      await expect(chosen(page)).toBeInViewport({ ratio: 1 })
      const top = box?.y ?? 0
      const above = await part(page, 'bars')
        .locator('tbody tr')
        .filter({ visible: true })
        .evaluateAll((rows, top) => rows.map(row => row.getBoundingClientRect().bottom <= top), top)
      expect(above.filter(Boolean).length).toBeGreaterThanOrEqual(3)
      expect(await sidewaysRoom(page)).toBe(0)
    }
    await expectDocked()
    await expectAllThere(page)
    expect(await shiftSinceOpening(page)).toBeLessThanOrEqual(MOST_SHIFT)

    const line = page.getByRole('button', { name: /^Prompt/ })
    await expect(line).toBeInViewport({ ratio: 1 })
    await expect(promptBox(page)).toBeHidden()
    await line.click()
    await expect(promptBox(page)).toBeVisible()
    expect(await answerTop(page)).toBeGreaterThanOrEqual(await promptBottom(page))
    await line.click()
    await expect(promptBox(page)).toBeHidden()

    await button(page, 'Play').click()
    await waitForUpdates(page, 5)
    await expectDocked()
  })
})

test.describe('in a low frame', () => {
  test.use({ viewport: { width: 800, height: 450 } })

  test('answer, dial and spectrum are in view', async ({ page }) => {
    await open(page)
    expect(await partsOutside(page, ['answer', 'dial', 'spectrum'])).toEqual([])
    expect(await sidewaysRoom(page)).toBe(0)
  })
})

test.describe('before a class', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('no text of stage or lab is below 16 px, and for a room all of it is larger', async ({ page }) => {
    await open(page)
    await expectAllThere(page)
    expect(await partsOutside(page, STAGE)).toEqual([])
    expect(await smallTexts(page, 16)).toEqual([])
    const size = () =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))
    const before = await size()
    await page.evaluate(() => {
      location.hash = '#v=3&presenter=1'
    })
    await expect.poll(size).toBeGreaterThan(before * 1.1)
    expect(await smallTexts(page, 18)).toEqual([])
    expect(await sidewaysRoom(page)).toBe(0)
  })
})
