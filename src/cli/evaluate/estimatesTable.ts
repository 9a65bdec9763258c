/** Estimates by a log of what was served, as rows and as a table to read. */
import { type EstimatorName, RECOMMENDED_ESTIMATOR } from '../../core/offpolicy/estimators.ts'

/** One estimate of one router at one w. Reward in [-1, 1], quality in [0, 1], cost in dollars a call, as its capped mean. */
export interface EstimateRow {
  readonly router: string
  readonly wc: number
  /** `measured`: what the serving policy earned, no estimate. */
  readonly estimator: EstimatorName | 'measured'
  readonly reward: number
  /** 95 % interval of the reward. */
  readonly low: number
  readonly high: number
  readonly ess: number
  readonly quality: number
  readonly costUsd: number
  /** Share of the router's choices that were not served on such prompts. */
  readonly unserved: number
  /** Whether the log can tell. */
  readonly tells: boolean
}

const HEADER = ['router', 'w_c', 'reward', '95 %', 'quality', '$ per 1,000', 'ess', '']

/** The recommended estimates, router by router; a line that the log cannot tell about has no figures. */
export function estimatesTable(estimates: readonly EstimateRow[]): string {
  const quoted = estimates.filter(
    ({ estimator }) => estimator === RECOMMENDED_ESTIMATOR || estimator === 'measured',
  )
  const lines = quoted.map(row => [
    row.router,
    row.wc.toFixed(1),
    ...(row.tells
      ? [
          row.reward.toFixed(4),
          `${row.low.toFixed(3)} to ${row.high.toFixed(3)}`,
          row.quality.toFixed(3),
          (1000 * row.costUsd).toPrecision(3),
        ]
      : ['', '', '', '']),
    row.ess.toFixed(0),
    row.estimator === 'measured' ? 'measured' : row.tells ? 'ESTIMATED' : 'this log cannot tell',
  ])
  const table = [HEADER, ...lines]
  const widths = HEADER.map((_, c) => Math.max(...table.map(line => line[c].length)))
  return table
    .map(line =>
      line
        .map((cell, c) => cell.padEnd(widths[c]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
