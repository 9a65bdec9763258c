/**
 * `npm run bench [-- --json] [-- --only forward|train|page]`: what the page and its core cost on this machine.
 * Reported, never asserted.
 */

import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { benchDial } from './benchDial.ts'
import { benchDownload } from './benchDownload.ts'
import { benchForward } from './benchForward.ts'
import { formatRows, type Row } from './benchRow.ts'
import { benchTrain } from './benchTrain.ts'
import { CHROMIUM_ARGS, findChromium, HOW_TO_GET_CHROMIUM } from './chromium.ts'
import { log } from './log.ts'

async function benchPage(): Promise<Row[]> {
  const executablePath = findChromium()
  if (executablePath === null) {
    log(`${HOW_TO_GET_CHROMIUM} The page is left out.`)
    return []
  }
  if (!existsSync(new URL('../../dist/index.html', import.meta.url))) await build({ logLevel: 'warn' })
  const server = await preview({ preview: { port: 0, host: 'localhost' } })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    const url = server.resolvedUrls?.local[0] ?? ''
    log('What comes over the network before the dial works')
    const rows = await benchDownload(browser, url)
    for (const slowdown of [1, 4]) {
      log(`Dial input to frame, CPU slowed ${slowdown} times`)
      rows.push(...(await benchDial(browser, url, slowdown)))
    }
    return rows
  } finally {
    await browser.close()
    await server.close()
  }
}

const PARTS: Readonly<Record<string, () => Promise<Row[]>>> = {
  forward: async () => benchForward(),
  train: benchTrain,
  page: benchPage,
}

const at = process.argv.indexOf('--only')
const only = at < 0 ? null : (process.argv[at + 1] ?? '')
if (only !== null && !Object.keys(PARTS).includes(only)) {
  log(`--only needs one of ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const rows: Row[] = []
for (const [name, run] of Object.entries(PARTS))
  if (only === null || only === name) rows.push(...(await run()))
console.log(process.argv.includes('--json') ? JSON.stringify({ rows }) : formatRows(rows))
