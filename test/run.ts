/** `npm test`: every check in order, each counted; the last line is the sum. */

import { ensureEncoder } from '../src/cli/encoder/sources.ts'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../src/cli/support/chromium.ts'
import { countPlaywright, countVitest } from './run/counts.ts'
import { BROKEN, runStage, type Stage, type Tally } from './run/stage.ts'

const VITEST = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json']
const PLAYWRIGHT = ['playwright', 'test', '--config', 'test/playwright.config.ts', '--reporter=list,json']

function vitest(name: string, projects: readonly string[], needsBrowser: boolean): Stage {
  const report = `test-results/${name}.json`
  const chosen = projects.flatMap(project => ['--project', project])
  const command = [...VITEST, `--outputFile.json=${report}`, ...chosen]
  return { name, command, needsBrowser, report, count: countVitest }
}

const E2E_REPORT = 'test-results/e2e.json'
const STAGES: readonly Stage[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  vitest('unit', ['unit'], false),
  vitest('browser', ['browser-wasm', 'browser-webgpu'], true),
  {
    name: 'e2e',
    command: PLAYWRIGHT,
    needsBrowser: true,
    report: E2E_REPORT,
    count: countPlaywright,
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT },
  },
]

const started = performance.now()
const tallies: Tally[] = []

if (!(await ensureEncoder({ fp32: true, say: console.log }))) {
  console.log(
    'Without the encoder every test of it fails, and that it is missing counts as one failure more.',
  )
  tallies.push(BROKEN)
}
const chromium = findChromium()
if (chromium === null) console.log(HOW_TO_GET_CHROMIUM)

for (const stage of STAGES) {
  if (stage.needsBrowser && chromium === null) {
    console.log(`\n== ${stage.name}: not run, no browser; counts as one failure`)
    tallies.push(BROKEN)
  } else {
    tallies.push(await runStage(stage))
  }
}

const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`)
if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
