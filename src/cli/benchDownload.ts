import { gzipSync } from 'node:zlib'
import type { Browser, Response } from '@playwright/test'
import { figure, type Row } from './benchRow.ts'

/** Scripts before the dial works, compressed, bytes. */
const GOAL_KB = 250

/** What a first visit fetches until a prompt is routed. Compressed as a static host does (gzip). */
export async function benchDownload(browser: Browser, url: string): Promise<Row[]> {
  const page = await browser.newPage()
  const responses: Response[] = []
  page.on('response', response => responses.push(response))
  await page.goto(url)
  await page.getByTestId('chosen').waitFor()
  const early = [...responses]
  const sizes = await Promise.all(
    early.map(async response => {
      const kB = gzipSync(await response.body()).length / 1000
      return { kB, isScript: response.request().resourceType() === 'script' }
    }),
  )
  await page.close()
  const sum = (of: typeof sizes) => of.reduce((total, { kB }) => total + kB, 0)
  return [
    figure('scripts before the dial works, gzip', sum(sizes.filter(size => size.isScript)), 'kB', {
      reference: GOAL_KB,
    }),
    figure('everything before the dial works, gzip', sum(sizes), 'kB'),
    figure('requests before the dial works', early.length, ''),
  ]
}
