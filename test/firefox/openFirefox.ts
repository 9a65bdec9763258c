/** The built page in Firefox, from a server of its own, with a watch on all that the browser complains of. */
import puppeteer, { type Page } from 'puppeteer-core'
import { preview } from 'vite'
import { builtPage } from '../builtPage.ts'
import { findFirefox, HOW_TO_GET_FIREFOX } from './findFirefox.ts'

/** Slow machines start a browser, compile 14 MB of WebAssembly and fetch 23 MB of weights within it. */
export const PATIENCE_MS = 120_000

export interface Opened {
  readonly page: Page
  /** Errors and warnings of the console, and uncaught errors, so far. */
  readonly complaints: readonly string[]
  /** Requests to other origins so far. */
  readonly strangers: readonly string[]
  close(): Promise<void>
}

export async function openFirefox(): Promise<Opened> {
  const executablePath = findFirefox()
  if (executablePath === null) throw new Error(HOW_TO_GET_FIREFOX)
  const server = await preview({
    build: { outDir: builtPage() },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  })
  const [origin] = server.resolvedUrls?.local ?? []
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: PATIENCE_MS,
    protocolTimeout: PATIENCE_MS,
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.setViewport({ width: 1280, height: 800 })
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', message => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(`uncaught: ${String(error)}`))
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) strangers.push(url)
  })
  await page.goto(origin)
  const close = async () => {
    await browser.close()
    await server.close()
  }
  return { page, complaints, strangers, close }
}
