/** `npm run screenshot`: builds the page and takes the README's picture of it. */
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { CHROMIUM_ARGS, findChromium, HOW_TO_GET_CHROMIUM } from '../support/chromium.ts'

const executablePath = findChromium()
if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM)
await build({ logLevel: 'warn' })
const server = await preview({ preview: { port: 0, host: 'localhost' } })
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 780 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.locator('.spectrum-area').first().waitFor()
  // The recorded run and the list of examples come once the dial is usable.
  await page.locator('[data-part="reward"] .line').first().waitFor()
  await page.locator('.examples option').nth(5).waitFor({ state: 'attached' })
  await page.screenshot({ path: fileURLToPath(new URL('../../../.github/screenshot.png', import.meta.url)) })
} finally {
  await browser.close()
  await server.close()
}
