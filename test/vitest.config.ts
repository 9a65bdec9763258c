import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_ARGS, findChromium, SOFTWARE_WEBGPU_ARGS } from '../src/cli/support/chromium.ts'

/** What components import. */
const PAGE_PACKAGES = [
  'react',
  'react/jsx-dev-runtime',
  'react-dom/client',
  'recharts',
  'vitest-browser-react',
  'zustand',
  'zustand/vanilla',
]

/** @param include the tests of this browser: what WebGPU does not touch runs once, in the plain one */
function inChromium(name: string, args: readonly string[], include: string[]) {
  const executablePath = findChromium() ?? ''
  return {
    extends: true as const,
    // Found before the first test: a package that is found later would be bundled anew, with a second React.
    optimizeDeps: { include: PAGE_PACKAGES },
    test: {
      name,
      include,
      testTimeout: 120_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: [...CHROMIUM_ARGS, ...args] } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  }
}

/** Tests of what computes on WebGPU. */
const WEBGPU_TESTS = ['encoder', 'trainer', 'trainerLoop'].map(name => `test/browser/${name}.browser.test.ts`)

/** A visit step by step on a slow machine, the encoder's 23 MB included. */
const FIREFOX_TIMEOUT = 300_000

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{app,arch,core,engine,schema,share,store,cli,ui}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          include: ['test/firefox/**/*.firefox.test.ts'],
          testTimeout: FIREFOX_TIMEOUT,
          hookTimeout: FIREFOX_TIMEOUT,
        },
      },
      inChromium('browser-wasm', [], ['test/browser/**/*.browser.test.ts', 'test/ui/**/*.browser.test.tsx']),
      inChromium('browser-webgpu', SOFTWARE_WEBGPU_ARGS, WEBGPU_TESTS),
    ],
  },
})
