import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_ARGS, findChromium, SOFTWARE_WEBGPU_ARGS } from '../src/cli/support/chromium.ts'

function inChromium(name: string, args: readonly string[]) {
  const executablePath = findChromium() ?? ''
  return {
    extends: true as const,
    test: {
      name,
      include: ['test/browser/**/*.browser.test.ts'],
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

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{app,arch,core,engine,share,store,cli,ui}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      inChromium('browser-wasm', []),
      inChromium('browser-webgpu', SOFTWARE_WEBGPU_ARGS),
    ],
  },
})
