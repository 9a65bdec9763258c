import type { Browser, Page } from '@playwright/test'
import { quantile } from '../../core/math/statistics.ts'
import { openProfile, type Profile } from './profiles.ts'
import { figure, interquartileRange, type Row } from './row.ts'

/** Visits a figure is the median of. */
const VISITS = 5

/** Of a visit on a phone; a faster device has no goal of its own. */
const GOALS = { dialMs: 3000, lcpMs: 2500, shift: 0.02, kB: 300 } as const

/** Without a request, ms: longer than the phone's line takes for any file of the page. */
const QUIET_MS = 8000

type Measure = keyof typeof GOALS | 'restKB' | 'longestMs'
type Visit = Readonly<Record<Measure, number>>

/**
 * Marks, in the page, the moment at which a routed prompt has been painted with its dial for the first time, and collects what
 * the browser says of the visit.
 */
const WATCH = `
  globalThis.visit = { lcp: 0, shift: 0, longest: 0 }
  const each = (type, take) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true })
  each('largest-contentful-paint', entry => { visit.lcp = entry.startTime })
  each('layout-shift', entry => { if (!entry.hadRecentInput) visit.shift += entry.value })
  each('longtask', entry => { visit.longest = Math.max(visit.longest, entry.duration) })
  performance.setResourceTimingBufferSize(1000)
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-testid=chosen]') || !document.querySelector('#dial')) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => performance.mark('usable')
      port2.postMessage(null)
    })
  }).observe(document, { childList: true, subtree: true })
`

/** First visits, each with nothing in the cache: when the dial can be moved, what has been painted, what jumped, what was fetched. */
export async function benchFirstVisit(browser: Browser, url: string, profile: Profile): Promise<Row[]> {
  const visits: Visit[] = []
  for (let i = 0; i < VISITS; i++) {
    const page = await openProfile(browser, profile)
    visits.push(await visit(page, url))
    await page.close()
  }
  const row = (name: string, unit: string, of: Measure, goal?: number) => {
    const samples = visits.map(one => one[of])
    const spread = interquartileRange(samples)
    return figure(
      `visit.${profile.name}.${name}`,
      quantile(samples, 0.5),
      unit,
      goal === undefined ? { spread } : { spread, reference: goal },
    )
  }
  const isPhone = profile.line !== null
  return [
    row('dial usable', 'ms', 'dialMs', isPhone ? GOALS.dialMs : undefined),
    row('LCP', 'ms', 'lcpMs', isPhone ? GOALS.lcpMs : undefined),
    row('CLS', '', 'shift', GOALS.shift),
    row('longest task', 'ms', 'longestMs'),
    row('asked for before the dial works', 'kB', 'kB', GOALS.kB),
    row('asked for until it rests, by workers apart', 'kB', 'restKB'),
  ]
}

async function visit(page: Page, url: string): Promise<Visit> {
  await page.addInitScript(WATCH)
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  await page.waitForLoadState('networkidle')
  await untilQuiet(page)
  const { dialMs, files, ...seen } = await page.evaluate(read)
  const sum = (asked: typeof files) => asked.reduce((kB, file) => kB + file.bytes / 1000, 0)
  return { ...seen, dialMs, kB: sum(files.filter(file => file.startMs < dialMs)), restKB: sum(files) }
}

/** Waits until the page has asked for nothing more for a while: what it needs later it fetches in quiet moments. */
async function untilQuiet(page: Page): Promise<void> {
  for (let [before, now] = [-1, 0]; now !== before; ) {
    await page.waitForTimeout(QUIET_MS)
    before = now
    now = await page.evaluate(() => performance.getEntriesByType('resource').length)
  }
}

/** Runs in the page, and so stands alone. Sizes are those that came over the line, heads and all. */
function read() {
  const { lcp, shift, longest } = Reflect.get(globalThis, 'visit')
  return {
    lcpMs: Number(lcp),
    shift: Number(shift),
    longestMs: Number(longest),
    dialMs: performance.getEntriesByName('usable')[0].startTime,
    files: ['navigation', 'resource']
      .flatMap(type => performance.getEntriesByType(type))
      .map(file => ({ startMs: file.startTime, bytes: Number(Reflect.get(file, 'transferSize')) })),
  }
}
