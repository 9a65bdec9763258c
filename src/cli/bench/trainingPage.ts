import type { Browser, Page } from '@playwright/test'
import { quantile } from '../../core/math/statistics.ts'
import { BENCH_PAGE } from './benchPage.ts'
import { figure, interquartileRange, type Row } from './row.ts'

/** What a page should show while it trains. */
const GOAL_FRAMES = 55
const GOAL_TASK_MS = 50
/** Training before and while frames are counted, ms. */
const WARM_MS = 5000
const COUNTED_MS = 10_000

/** What the page counted; set up by `watch` in the page itself. */
interface Watched {
  /** Frames in each whole second. */
  readonly frames: number[]
  /** Main-thread tasks over 50 ms, ms. */
  readonly longTasks: number[]
}

/** The main thread while the page trains as fast as the device can, on WASM: frames a second, long tasks, updates a second. */
export async function benchTrainingPage(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage(BENCH_PAGE)
  await page.goto(url)
  await page.getByTestId('chosen').waitFor()
  await page.getByLabel('runs on').selectOption('wasm')
  await page.getByRole('radio', { name: 'Fast' }).check({ force: true })
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForTimeout(WARM_MS)
  const before = await updatesDone(page)
  const { frames, longTasks } = await page.evaluate<Watched, number>(watch, COUNTED_MS)
  const steps = ((await updatesDone(page)) - before) / (COUNTED_MS / 1000)
  await page.close()
  return [
    figure('train.page.frames.wasm', quantile(frames, 0.5), 'frames/s', {
      spread: interquartileRange(frames),
      reference: GOAL_FRAMES,
    }),
    figure('train.page.longtasks.wasm', longTasks.length, 'tasks'),
    figure('train.page.longest.wasm', Math.max(0, ...longTasks), 'ms', { reference: GOAL_TASK_MS }),
    figure('train.page.steps.wasm', steps, 'steps/s'),
  ]
}

async function updatesDone(page: Page): Promise<number> {
  return Number(await page.getByTestId('training-progress').getAttribute('data-step'))
}

/** Runs in the page, and so stands alone. */
async function watch(countedMs: number): Promise<Watched> {
  const longTasks: number[] = []
  const observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
  const frames: number[] = []
  const start = performance.now()
  for (let now = start; now - start < countedMs; ) {
    now = await new Promise<number>(requestAnimationFrame)
    const second = Math.floor(Math.max(0, now - start) / 1000)
    frames[second] = (frames[second] ?? 0) + 1
  }
  observer.disconnect()
  return { frames: frames.slice(0, Math.floor(countedMs / 1000)), longTasks }
}
