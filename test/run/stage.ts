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
  /** What is missing, as a sentence that says how to get it, or null; with it the stage is not run and counts as one failure. */
  readonly missing?: string | null
  /** Where the runner leaves its machine-readable report; a stage without one is a single check. */
  readonly report?: string
  /** What the report counts, and the tests it skipped, by name. */
  readonly count?: (report: string) => Promise<Counted>
}

export interface Counted {
  readonly tally: Tally
  readonly skippedNames: readonly string[]
  /** Tests that passed only when they were tried again, by name. */
  readonly flakyNames: readonly string[]
}

export interface Done {
  readonly name: string
  readonly tally: Tally
  readonly seconds: number
}

/** Lines of a stage that passed which are worth showing: its last few. */
const BRIEF = 6

/** Runs a stage and says what it did, in one piece: briefly when all is well, in full when not. */
export async function runStage(stage: Stage): Promise<Done> {
  const { name, report, missing } = stage
  const started = performance.now()
  if (missing) {
    console.log(`\n== ${name}: not run, counts as one failure. ${missing}`)
    return { name, tally: BROKEN, seconds: 0 }
  }
  if (report !== undefined) await rm(report, { force: true })
  const { code, output } = await run(stage)
  const { tally, skippedNames, flakyNames } = await countStage(stage, code)
  const seconds = (performance.now() - started) / 1000
  const lines = output.trimEnd().split('\n')
  const said = [
    `\n== ${name}: ${stage.command.join(' ')}`,
    ...(tally.failed > 0 ? lines : lines.slice(-BRIEF)),
    ...skippedNames.map(skipped => `skipped: ${skipped}`),
    ...flakyNames.map(flaky => `passed only when tried again: ${flaky}`),
    `-- ${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds.toFixed(0)} s`,
  ]
  console.log(said.join('\n'))
  return { name, tally, seconds }
}

/** Runs stages one after the other. */
export async function runLane(stages: readonly Stage[]): Promise<Done[]> {
  const done: Done[] = []
  for (const stage of stages) done.push(await runStage(stage))
  return done
}

/** A runner that breaks without naming a failed test, or without running any, is one failure. */
async function countStage({ report, count }: Stage, code: number): Promise<Counted> {
  const broken: Counted = { tally: BROKEN, skippedNames: [], flakyNames: [] }
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
