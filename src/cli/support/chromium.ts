/** Where Chromium is and how it is started, for the tests and the benchmark. */
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const CANDIDATES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  chromium.executablePath(), // where `npx playwright install chromium` puts it
]

/** How to get one, as a sentence. */
export const HOW_TO_GET_CHROMIUM =
  'No Chrome or Chromium was found: run `apt-get install chromium`, or `npx playwright install chromium`, or set CHROMIUM to the path of one.'

/** An installed Chrome or Chromium, Playwright's own included, or null. `CHROMIUM` names another. */
export function findChromium(): string | null {
  return CANDIDATES.find(path => path !== '' && existsSync(path)) ?? null
}

/** Quiet, offline-friendly flags. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The software adapter: proves correctness of WebGPU code, not its speed. */
export const SOFTWARE_WEBGPU_ARGS = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
]
