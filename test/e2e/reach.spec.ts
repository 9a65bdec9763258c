/** Whoever uses the page, and however: by keyboard, by ear, magnified, spaced out, in colours of their own. */
import type { Page } from '@playwright/test'
import { chosenName, dial, open, setDial } from './support/page.ts'
import { expect, test } from './support/test.ts'
import { button, progress, setSpeed, waitForUpdates } from './support/training.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]

/** Stops of Tab past the way that skips to the dial, which is the first of all. */
const MOST_STOPS = 8

for (const world of ['routerbench-11', 'judged-4', 'exam-13']) {
  test(`the dial of ${world} is ${MOST_STOPS} stops away at most, and says which LLM it chooses`, async ({
    page,
  }) => {
    await open(page, `#v=3&world=${world}`)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the dial' })).toBeFocused()
    let stops = 0
    while (stops < 60 && !(await dial(page).evaluate(element => element === document.activeElement))) {
      await page.keyboard.press('Tab')
      stops++
    }
    expect(stops).toBeLessThanOrEqual(MOST_STOPS)
    const saysTheChosen = async () =>
      expect(dial(page)).toHaveAttribute('aria-valuetext', new RegExp(`saving: ${await chosenName(page)}$`))
    await saysTheChosen()
    await page.keyboard.press('End')
    await saysTheChosen()
  })
}

/** What has the focus, if less than half of it can be seen: it lies under something, or off the screen. */
function hiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return null
    const box = focused.getBoundingClientRect()
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)]
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    const belongs = (at: Element | null) =>
      at !== null && (focused.contains(at) || at.closest('label')?.contains(focused))
    let seen = 0
    for (let i = 1; i <= 5; i++) {
      for (let j = 1; j <= 5; j++) {
        const x = left + ((right - left) * i) / 6
        const y = top + ((bottom - top) * j) / 6
        if (x > 0 && y > 0 && belongs(document.elementFromPoint(x, y))) seen++
      }
    }
    return seen > 12 ? null : focused.outerHTML.slice(0, 100)
  })
}

/** Texts that their box cuts off; what scrolls, and what keeps all of itself elsewhere, is left aside. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const aside =
      '.visually-hidden, .prompt-line, .skip, svg, script, select, textarea, thead, .world label, .answer, .dial-value'
    const cuts = (text: DOMRect, element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      if ([overflowX, overflowY].some(way => way === 'auto' || way === 'scroll')) return false
      if (overflowX === 'hidden' && (text.right > box.right + 1 || text.bottom > box.bottom + 1)) return true
      return element.parentElement !== null && cuts(text, element.parentElement)
    }
    return [...document.querySelectorAll('.header *, .status-line *, .stage *, .lab-index *')]
      .filter(element => element.checkVisibility() && !element.closest(aside))
      .filter(element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE))
      .filter(element => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return cuts(range.getBoundingClientRect(), element)
      })
      .map(element => (element.textContent ?? '').trim().slice(0, 60))
      .filter(text => text !== '')
  })
}

for (const size of SIZES) {
  test(`at ${size.width} by ${size.height} nothing lies over the focus, nothing scrolls sideways, and spaced text is not cut`, async ({
    page,
  }) => {
    await page.setViewportSize(size)
    await open(page)
    await page.waitForLoadState('networkidle')
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await sideways()).toBe(0)
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press('Tab')
      expect.soft(await hiddenFocus(page), `stop ${stop + 1}`).toBeNull()
    }
    // As WCAG 2.2 has it in 1.4.12.
    await page.addStyleTag({
      content: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`,
    })
    expect(await cutTexts(page)).toEqual([])
    expect(await sideways()).toBe(0)
  })
}

test('while the dial is dragged and a policy is trained there is at most one announcement a second, and one of the end', async ({
  page,
}) => {
  await open(page, '#v=3&world=judged-4&t.steps=60&speed=fast')
  await page.evaluate(() => {
    const region = document.querySelector('[data-testid=announcements]')
    if (!region) throw new Error('There is no live region.')
    const heard: { at: number; text: string }[] = []
    Reflect.set(globalThis, 'heard', heard)
    new MutationObserver(changes => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) heard.push({ at: performance.now(), text: node.textContent ?? '' })
    }).observe(region, { childList: true })
  })
  const heard = () =>
    page.evaluate((): { at: number; text: string }[] => Reflect.get(globalThis, 'heard') ?? [])
  await button(page, 'Play').click()
  await waitForUpdates(page, 1)
  for (let wc = 0; wc <= 100; wc += 5) await setDial(page, wc)
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 90_000 })
  await expect
    .poll(
      async () =>
        (await heard()).filter(({ text }) => text.includes('Training ended at update 60: reward')).length,
    )
    .toBe(1)
  const times = (await heard()).map(({ at }) => at)
  const rests = times.slice(1).map((at, i) => at - times[i])
  expect(rests.filter(rest => rest < 990)).toEqual([])
  // Nothing else on the stage speaks by itself.
  await expect(page.locator('.stage').locator('[role=status], [aria-live]')).toHaveCount(0)
})

test('where motion is unwelcome nothing moves by itself while a policy is trained, fast or told in slow motion', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#v=3&world=judged-4')
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(animation => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
        .map(animation => animation.id || String(animation)),
    )
  await setSpeed(page, 'Normal')
  await button(page, 'Play').click()
  await waitForUpdates(page, 5)
  expect(await moving()).toEqual([])
  await setSpeed(page, 'Slow motion')
  await expect(page.locator('[data-phase=pull]')).toBeVisible()
  expect(await moving()).toEqual([])
})

test('where colours are forced, bars, swatches, strip and dial keep what they show', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page)
  const shown = await page.evaluate(() => {
    const styleOf = (selector: string, pseudo?: string) => {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`There is no ${selector}.`)
      return getComputedStyle(element, pseudo)
    }
    const colours = (selector: string) =>
      new Set([...document.querySelectorAll(selector)].map(each => getComputedStyle(each).backgroundColor))
        .size
    return {
      bar: styleOf('.bar .track').backgroundImage,
      barEdge: styleOf('.bar .track').outlineStyle,
      swatches: colours('.bars .swatch'),
      strip: colours('.choice-strip li'),
      chosen: styleOf('.bars tr.chosen').outlineStyle,
      dial: styleOf('#dial').forcedColorAdjust,
    }
  })
  expect(shown).toMatchObject({ barEdge: 'solid', swatches: 11, chosen: 'solid', dial: 'none' })
  expect(shown.bar).toContain('linear-gradient')
  expect(shown.strip).toBeGreaterThan(1)
})
