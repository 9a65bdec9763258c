import type { Browser } from '@playwright/test'
import { quantile } from '../core/math/statistics.ts'
import { figure, interquartileRange, type Row } from './benchRow.ts'

/** Main-thread work per dial input event for smooth dragging, ms. */
const GOAL_MS = 8
/** Times the dial goes from end to end. */
const SWEEPS = 4

interface DialSample {
  /** From the event's dispatch to the end of React's flush. */
  readonly scriptMs: number
  /** From the event's dispatch to the end of the frame's style, layout and paint on the main thread. */
  readonly frameMs: number
}

/** Sweeps the dial in Chromium, one input event a frame, with the CPU slowed down `slowdown` times. */
export async function benchDial(browser: Browser, url: string, slowdown: number): Promise<Row[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  await page.getByTestId('chosen').waitFor()
  await page.waitForLoadState('networkidle')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const samples = await page.locator('#dial').evaluate(sweepDial, SWEEPS)
  await page.close()
  return [
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

function summarise(name: string, samples: readonly number[]): Row[] {
  const spread = interquartileRange(samples)
  return [
    figure(`${name}, median`, quantile(samples, 0.5), 'ms', { spread }),
    figure(`${name}, p95`, quantile(samples, 0.95), 'ms', { spread, reference: GOAL_MS }),
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
