/** What the built page costs in Chromium. */
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { CHROMIUM_ARGS, findChromium, HOW_TO_GET_CHROMIUM } from '../support/chromium.ts'
import { say } from '../support/say.ts'
import { benchDial } from './dial.ts'
import { benchDownload } from './download.ts'
import { benchFirstVisit } from './firstVisit.ts'
import { benchInteractions } from './interactions.ts'
import { PROFILES } from './profiles.ts'
import type { Row } from './row.ts'
import { benchTrainingPage } from './trainingPage.ts'

/** The page is built anew, apart from dist/, so that what is measured is what the sources say. */
const FOLDER = '.cache/bench'

/** Bytes before the dial works, first visits by phone and desktop, the dial's work, frames while training; nothing where there is no browser. */
export async function benchPage(): Promise<Row[]> {
  const executablePath = findChromium()
  if (executablePath === null) {
    say(`${HOW_TO_GET_CHROMIUM} The page is left out.`)
    return []
  }
  await build({ logLevel: 'warn', build: { outDir: FOLDER } })
  const server = await preview({ build: { outDir: FOLDER }, preview: { port: 0, host: 'localhost' } })
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  try {
    const url = server.resolvedUrls?.local[0] ?? ''
    say('What comes over the network before the dial works')
    const rows = await benchDownload(browser, url)
    for (const profile of PROFILES) {
      say(`First visits and answers: ${profile.name}`)
      rows.push(...(await benchFirstVisit(browser, url, profile)))
      rows.push(...(await benchInteractions(browser, url, profile)))
    }
    for (const slowdown of [1, 4]) {
      say(`Dial input to frame, CPU slowed ${slowdown} times`)
      rows.push(...(await benchDial(browser, url, slowdown)))
    }
    say('Frames while the page trains')
    rows.push(...(await benchTrainingPage(browser, url)))
    return rows
  } finally {
    await browser.close()
    await server.close()
  }
}
