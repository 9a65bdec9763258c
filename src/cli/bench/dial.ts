import type { Browser } from '@playwright/test'
import { quantile } from '../../core/math/statistics.ts'
import { BENCH_PAGE } from './benchPage.ts'
import { figure, interquartileRange, type Row } from './row.ts'

/** Main-thread work per dial input event for smooth dragging, ms. */
const GOAL_MS = 8
/** Times the dial goes from end to end. */
const SWEEPS = 4
/** Name of the mark that each input leaves in a trace. */
const DIAL_MARK = 'dial-input'
const LEAD_US = 1000

interface DialSample {
  /** From the event's dispatch to the end of React's flush. */
  readonly scriptMs: number
  /** From the event's dispatch to the end of the frame's style, layout and paint on the main thread. */
  readonly frameMs: number
}

/** Sweeps the dial in Chromium, one input event a frame, with the CPU slowed down `slowdown` times. */
export async function benchDial(browser: Browser, url: string, slowdown: number): Promise<Row[]> {
  const page = await browser.newPage(BENCH_PAGE)
  await page.goto(url)
  await page.getByTestId('chosen').waitFor()
  await page.waitForLoadState('networkidle')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const samples = await page.locator('#dial').evaluate(sweepDial, SWEEPS)
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  await page.locator('#dial').evaluate(sweepDial, 2)
  const work = mainThreadWork(JSON.parse((await browser.stopTracing()).toString()).traceEvents)
  await page.close()
  return [
    ...summarise(`main-thread work per dial input, CPU x ${slowdown}`, work, GOAL_MS),
    ...summarise(
      `dial input to end of React's flush, CPU x ${slowdown}`,
      samples.map(sample => sample.scriptMs),
    ),
    ...summarise(
      `dial input to painted frame (main thread), CPU x ${slowdown}`,
      samples.map(sample => sample.frameMs),
    ),
  ]
}

/** What the bench reads of Chromium's trace events; times in microseconds, `tdur` is processor time. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly tdur?: number
}

/**
 * Processor time of all main-thread tasks between one dial input and the next, ms: script, style, layout, paint and commit,
 * without the waiting for the compositor that wall time includes. The task that carries an input starts before its mark, by
 * less than LEAD_US.
 */
function mainThreadWork(events: readonly TraceEvent[]): number[] {
  const inputs = events.filter(event => event.name === DIAL_MARK).sort((a, b) => a.ts - b.ts)
  const [{ pid, tid }] = inputs
  const tasks = events.filter(
    event => event.pid === pid && event.tid === tid && event.name.endsWith('::RunTask'),
  )
  return inputs.slice(20, -1).map((input, i) => {
    const next = inputs[i + 21].ts
    const between = tasks.filter(task => task.ts > input.ts - LEAD_US && task.ts < next - LEAD_US)
    return between.reduce((sum, task) => sum + (task.tdur ?? 0), 0) / 1000
  })
}

function summarise(name: string, samples: readonly number[], goal?: number): Row[] {
  const spread = interquartileRange(samples)
  return [
    figure(`${name}, median`, quantile(samples, 0.5), 'ms', { spread }),
    figure(
      `${name}, p95`,
      quantile(samples, 0.95),
      'ms',
      goal === undefined ? { spread } : { spread, reference: goal },
    ),
    figure(`${name}, max`, Math.max(...samples), 'ms', { spread }),
  ]
}

/**
 * Runs in the page. The event is dispatched at the start of a frame; a message posted there arrives after the same
 * frame's style, layout and paint.
 */
async function sweepDial(dial: EventTarget, sweeps: number): Promise<DialSample[]> {
  const samples: DialSample[] = []
  const { port1, port2 } = new MessageChannel()
  for (let step = 1; step <= sweeps * 100; step++) {
    const position = step % 200 <= 100 ? step % 200 : 200 - (step % 200)
    const sample = await new Promise<DialSample>(resolve => {
      requestAnimationFrame(() => {
        performance.mark('dial-input') // DIAL_MARK, which this function cannot see from inside the page
        const start = performance.now()
        // The prototype's setter, as a person's input does: React watches the element's own.
        Reflect.set(Object.getPrototypeOf(dial), 'value', String(position), dial)
        dial.dispatchEvent(new Event('input', { bubbles: true }))
        const scriptMs = performance.now() - start
        port1.onmessage = () => resolve({ scriptMs, frameMs: performance.now() - start })
        port2.postMessage(null)
      })
    })
    if (step > 20) samples.push(sample) // the first ones warm the code up
  }
  return samples
}
