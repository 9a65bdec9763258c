/** Reads how many tests passed from the reports that the runners write. */
import { readFile } from 'node:fs/promises'
import type { Counted } from './stage.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    /** `failed` without a failed test: the file itself could not be run. */
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

export async function countVitest(path: string): Promise<Counted> {
  const report: VitestReport = JSON.parse(await readFile(path, 'utf8'))
  const tests = report.testResults.flatMap(file => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  return {
    tally: {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    skippedNames: tests
      .filter(test => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
      .map(test => test.fullName),
    flakyNames: [],
  }
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  /** What broke outside of any test: a spec that cannot be read, a server that does not start. */
  readonly errors: readonly unknown[]
  readonly suites: readonly PlaywrightSuite[]
}

interface PlaywrightSuite {
  readonly specs: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string }[]
  }[]
  readonly suites?: readonly PlaywrightSuite[]
}

/** A test that passed only when it was tried again counts as passed, and is named. */
export async function countPlaywright(path: string): Promise<Counted> {
  const { stats, errors, suites }: PlaywrightReport = JSON.parse(await readFile(path, 'utf8'))
  return {
    tally: {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    },
    skippedNames: suites.flatMap(suite => titlesIn(suite, 'skipped')),
    flakyNames: suites.flatMap(suite => titlesIn(suite, 'flaky')),
  }
}

/** Titles of the tests that ended so. */
function titlesIn({ specs, suites = [] }: PlaywrightSuite, status: 'skipped' | 'flaky'): string[] {
  const own = specs.filter(spec => spec.tests.some(test => test.status === status))
  return [...own.map(spec => spec.title), ...suites.flatMap(suite => titlesIn(suite, status))]
}
