import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'

export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A stage that could not run at all. */
export const BROKEN: Tally = { passed: 0, failed: 1, skipped: 0 }

export interface Stage {
  readonly name: string
  /** An installed program and its arguments. */
  readonly command: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly needsBrowser?: boolean
  /** Where the runner leaves its machine-readable report; a stage without one is a single check. */
  readonly report?: string
  /** What the report counts, and the tests it skipped, by name. */
  readonly count?: (report: string) => Promise<Counted>
}

export interface Counted {
  readonly tally: Tally
  readonly skippedNames: readonly string[]
}

/** Lines of a stage that passed which are worth showing: its last few. */
const BRIEF = 6

/** Runs a stage and says what it did: briefly when all is well, in full when not. */
export async function runStage(stage: Stage): Promise<Tally> {
  console.log(`\n== ${stage.name}: ${stage.command.join(' ')}`)
  if (stage.report !== undefined) await rm(stage.report, { force: true })
  const started = performance.now()
  const { code, output } = await run(stage)
  const { tally, skippedNames } = await countStage(stage, code)
  const lines = output.trimEnd().split('\n')
  console.log((tally.failed > 0 ? lines : lines.slice(-BRIEF)).join('\n'))
  for (const name of skippedNames) console.log(`skipped: ${name}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`-- ${stage.name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds} s`)
  return tally
}

/** A runner that breaks without naming a failed test, or without running any, is one failure. */
async function countStage({ report, count }: Stage, code: number): Promise<Counted> {
  const broken: Counted = { tally: BROKEN, skippedNames: [] }
  if (report === undefined || count === undefined) {
    return code === 0 ? { ...broken, tally: { passed: 1, failed: 0, skipped: 0 } } : broken
  }
  const counted = await count(report).catch(() => broken)
  const { tally } = counted
  const silent = tally.failed === 0 && (code !== 0 || tally.passed === 0)
  return silent ? { ...counted, tally: { ...tally, failed: 1 } } : counted
}

function run({ command: [program, ...args], env }: Stage): Promise<{ code: number; output: string }> {
  return new Promise(resolve => {
    const path = `node_modules/.bin:${process.env.PATH}`
    const child = spawn(program, args, { env: { ...process.env, ...env, PATH: path, NO_COLOR: '1' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (chunk: string) => {
        output += chunk
      })
    }
    child.on('error', error => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', code => resolve({ code: code ?? 1, output }))
  })
}
