/** The devices and lines by which a visit is measured. */
import type { Browser, Page } from '@playwright/test'
import { BENCH_PAGE } from './benchPage.ts'

export interface Profile {
  readonly name: string
  readonly viewport: { readonly width: number; readonly height: number }
  /** How many times slower than this machine. */
  readonly cpu: number
  /** What the line carries down, bytes a second, and what every request waits for, ms; null for this machine's own. */
  readonly line: { readonly bytesPerSecond: number; readonly latencyMs: number } | null
}

export const PROFILES: readonly Profile[] = [
  {
    name: 'phone',
    viewport: { width: 390, height: 844 },
    cpu: 4,
    line: { bytesPerSecond: 1.6e6 / 8, latencyMs: 150 },
  },
  { name: 'desktop', viewport: { width: 1280, height: 800 }, cpu: 1, line: null },
]

/** A page that nobody has visited, with nothing in the browser's cache, as a profile sees it. */
export async function openProfile(browser: Browser, { viewport, cpu, line }: Profile): Promise<Page> {
  const page = await browser.newPage({ ...BENCH_PAGE, viewport })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (line !== null) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latencyMs,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    })
  }
  return page
}
