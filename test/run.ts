/** `npm test`: every check, each counted; what does not fight runs side by side; the last line is the sum. */

import { rm } from 'node:fs/promises'
import { ensureEncoder } from '../src/cli/encoder/ensureEncoder.ts'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../src/cli/support/chromium.ts'
import { BUILT_PAGE, buildCommand } from './builtPage.ts'
import { findFirefox, HOW_TO_GET_FIREFOX } from './firefox/findFirefox.ts'
import { countPlaywright, countVitest } from './run/counts.ts'
import { BROKEN, type Done, runLane, type Stage, type Tally } from './run/stage.ts'

const VITEST = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json']
const PLAYWRIGHT = ['playwright', 'test', '--config', 'test/playwright.config.ts', '--reporter=list,json']
/** Built once, for all stages that open the page. */
const BUILT = '.cache/built-page'
const NO_CHROMIUM = findChromium() === null ? HOW_TO_GET_CHROMIUM : null
const NO_FIREFOX = findFirefox() === null ? HOW_TO_GET_FIREFOX : null

function vitest(name: string, projects: readonly string[], missing: string | null): Stage {
  const report = `test-results/${name}.json`
  const chosen = projects.flatMap(project => ['--project', project])
  const command = [...VITEST, `--outputFile.json=${report}`, ...chosen]
  return { name, command, missing, report, count: countVitest, env: { [BUILT_PAGE]: BUILT } }
}

const E2E_REPORT = 'test-results/e2e.json'
const lint: Stage = { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] }
const types: Stage = { name: 'types', command: ['npm', 'run', '--silent', 'types'] }
const build: Stage = { name: 'build', command: buildCommand(BUILT) }
const unit = vitest('unit', ['unit'], null)
const browser = vitest('browser', ['browser-wasm', 'browser-webgpu'], NO_CHROMIUM)
const firefox = vitest('firefox', ['firefox'], NO_FIREFOX)
const e2e: Stage = {
  name: 'e2e',
  command: PLAYWRIGHT,
  missing: NO_CHROMIUM,
  report: E2E_REPORT,
  count: countPlaywright,
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT, [BUILT_PAGE]: BUILT },
}

/** Lanes of a row run side by side, rows one after the other: e2e takes every core by itself. */
const ROWS: readonly (readonly (readonly Stage[])[])[] = [
  [[unit], [lint, types, build, firefox, browser]],
  [[e2e]],
]

const started = performance.now()
const tallies: Tally[] = []
const done: Done[] = []

if (!(await ensureEncoder({ fp32: true, say: console.log }))) {
  console.log(
    'Without the encoder every test of it fails, and that it is missing counts as one failure more.',
  )
  tallies.push(BROKEN)
}
await rm(BUILT, { recursive: true, force: true }) // no test opens an older page where the build fails
for (const lanes of ROWS) done.push(...(await Promise.all(lanes.map(runLane))).flat())
tallies.push(...done.map(({ tally }) => tally))

const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all:`)
for (const { name, tally, seconds } of done) {
  console.log(`  ${name}: ${seconds.toFixed(0)} s, ${tally.passed} passed, ${tally.failed} failed`)
}
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
