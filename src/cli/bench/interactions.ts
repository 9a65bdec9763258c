import type { Browser, Page } from '@playwright/test'
import { quantile } from '../../core/math/statistics.ts'
import { openProfile, type Profile } from './profiles.ts'
import { figure, interquartileRange, type Row } from './row.ts'

/** Visits a figure is the median of. */
const VISITS = 5
/** What a page should need at most to answer, ms. */
const GOALS = { inpMs: 200, playMs: 300 } as const
/** Longest wait for the trainer to be ready before Play is pressed, ms. */
const REST_MS = 6000

/** Collects in the page what the browser says of interactions and long tasks, and when the first update of a run is shown. */
const WATCH = `
  globalThis.answers = { longest: 0, longTask: 0, played: 0, updated: 0 }
  const each = (options, take) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe(options)
  each({ type: 'event', durationThreshold: 16 }, entry => {
    if (entry.interactionId) answers.longest = Math.max(answers.longest, entry.duration)
  })
  each({ type: 'longtask' }, entry => { answers.longTask = Math.max(answers.longTask, entry.duration) })
  const onClick = event => { if (event.target.closest('[data-part=play]')) answers.played ||= event.timeStamp }
  addEventListener('click', onClick, true)
  new MutationObserver(() => {
    const step = document.querySelector('[data-testid=training-progress]')?.dataset.step
    if (answers.played && Number(step) > 0) answers.updated ||= performance.now()
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-step'] })
`

type Visit = Readonly<Record<'inpMs' | 'playMs' | 'longTaskMs', number>>

/** A person drags the dial by the keyboard, then presses Play: the slowest answer (INP), and how soon the first update is shown. */
export async function benchInteractions(browser: Browser, url: string, profile: Profile): Promise<Row[]> {
  const visits: Visit[] = []
  for (let i = 0; i < VISITS; i++) {
    const page = await openProfile(browser, profile)
    visits.push(await visit(page, url))
    await page.close()
  }
  const row = (name: string, of: keyof Visit, goal?: number) => {
    const samples = visits.map(one => one[of])
    const spread = interquartileRange(samples)
    return figure(
      `visit.${profile.name}.${name}`,
      quantile(samples, 0.5),
      'ms',
      goal === undefined ? { spread } : { spread, reference: goal },
    )
  }
  return [
    row('INP: dial and Play', 'inpMs', GOALS.inpMs),
    row('Play to the first update shown', 'playMs', GOALS.playMs),
    row('longest task from the first key to that update', 'longTaskMs'),
  ]
}

async function visit(page: Page, url: string): Promise<Visit> {
  await page.goto(url)
  await page.getByTestId('chosen').waitFor()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(REST_MS)
  await page.evaluate(WATCH)
  await page.locator('#dial').focus()
  for (let press = 0; press < 20; press++)
    await page.keyboard.press(press % 4 === 3 ? 'PageUp' : 'ArrowRight')
  const play = page.locator('[data-part=play]')
  await play.scrollIntoViewIfNeeded()
  await play.click()
  await page.waitForFunction(() => Reflect.get(globalThis, 'answers').updated > 0)
  const { longest, longTask, played, updated } = await page.evaluate(() => Reflect.get(globalThis, 'answers'))
  return { inpMs: longest, playMs: updated - played, longTaskMs: longTask }
}
