import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium, SOFTWARE_WEBGPU_ARGS } from '../src/cli/support/chromium.ts'
import { BUILT_PAGE, buildCommand } from './builtPage.ts'

/** Two runs side by side need a port each. */
const PORT = process.env.PORT_E2E ?? '4871'
const BUILT = process.env[BUILT_PAGE]
const FOLDER = BUILT ?? `.cache/e2e-${PORT}`
/** For specs that serve the page by themselves. */
process.env[BUILT_PAGE] = FOLDER
const SERVE = `node_modules/.bin/vite preview --outDir ${FOLDER} --port ${PORT} --strictPort`

/** The built page in Chromium, served as `npm start` serves it. The folder is its own, so that dist/ is left alone. */
function inChromium(name: string, args: readonly string[], match: RegExp, ignore: RegExp) {
  const launchOptions = { executablePath: findChromium() ?? '', args: [...CHROMIUM_ARGS, ...args] }
  return { name, testMatch: match, testIgnore: ignore, use: { launchOptions } }
}

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A busy machine of CI may cost a test its time once; it is named then, and fails for good the second time.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  },
  projects: [
    inChromium('wasm', [], /\.spec\.ts$/, /\.webgpu\.spec\.ts$/),
    inChromium('webgpu', SOFTWARE_WEBGPU_ARGS, /\.webgpu\.spec\.ts$/, /^$/),
  ],
  webServer: {
    command: BUILT ? SERVE : `${buildCommand(FOLDER).join(' ')} && ${SERVE}`,
    cwd: '..',
    url: `http://localhost:${PORT}/`,
    timeout: 120_000,
  },
})
