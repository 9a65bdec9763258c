import { gzipSync } from 'node:zlib'
import type { Browser, Response } from '@playwright/test'
import { BENCH_PAGE } from './benchPage.ts'
import { figure, type Row } from './row.ts'

/** Scripts that a first visit may need before the dial works, compressed, kB. */
const GOAL_KB = 250

/** Marks, in the page, the moment at which a prompt is routed for the first time. */
const MARK_ROUTED = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-testid=chosen]')) return
    performance.mark('routed')
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
`

/** What a first visit fetches until a prompt is routed, and until it rests. Compressed as a static host does (gzip). */
export async function benchDownload(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage(BENCH_PAGE)
  const responses: Response[] = []
  page.on('response', response => responses.push(response))
  await page.addInitScript(MARK_ROUTED)
  await page.goto(url)
  await page.getByTestId('chosen').waitFor()
  await page.waitForLoadState('networkidle')
  const neededUrls = await page.evaluate(() => {
    const routed = performance.getEntriesByName('routed')[0].startTime
    return performance
      .getEntriesByType('resource')
      .filter(entry => entry.startTime + entry.duration <= routed)
      .map(entry => entry.name)
  })
  const needed = new Set([page.url(), ...neededUrls])
  const files = await Promise.all(
    responses.map(async response => ({
      kB: gzipSync(await response.body()).length / 1000,
      isScript: response.request().resourceType() === 'script',
      isNeeded: needed.has(response.url()),
    })),
  )
  await page.close()
  const sum = (of: typeof files) => of.reduce((total, { kB }) => total + kB, 0)
  const scripts = files.filter(file => file.isScript)
  return [
    figure('scripts fetched before the dial works, gzip', sum(scripts.filter(file => file.isNeeded)), 'kB', {
      reference: GOAL_KB,
    }),
    figure('scripts of the whole first screen, gzip', sum(scripts), 'kB', { reference: GOAL_KB }),
    figure('all files of the whole first screen, gzip', sum(files), 'kB'),
  ]
}
