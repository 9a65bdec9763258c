import { quantile } from '../../core/math/statistics.ts'

/** One figure of the benchmark. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** Interquartile range of the samples behind it, in the same unit; null for a count. */
  readonly spread: number | null
  /** A goal or a rival's figure, in the same unit; null where there is none. */
  readonly reference: number | null
  /** value / reference. */
  readonly ratio: number | null
}

/** A row of one figure, with its ratio to `reference`. */
export function figure(
  name: string,
  value: number,
  unit: string,
  { spread = null, reference = null }: { spread?: number | null; reference?: number | null } = {},
): Row {
  return { name, value, unit, spread, reference, ratio: reference === null ? null : value / reference }
}

export function interquartileRange(samples: readonly number[]): number {
  return quantile(samples, 0.75) - quantile(samples, 0.25)
}

const HEAD = ['figure', 'value', 'spread (IQR)', 'reference', 'ratio'] as const

/** Rows as a table of text. */
export function formatRows(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, unit, spread, reference, ratio }) => [
    name,
    `${short(value)} ${unit}`,
    spread === null ? '' : short(spread),
    reference === null ? '' : `${short(reference)} ${unit}`,
    ratio === null ? '' : ratio.toFixed(2),
  ])
  const widths = HEAD.map((head, i) => Math.max(head.length, ...cells.map(row => row[i].length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd()
  return [line(HEAD), line(widths.map(width => '-'.repeat(width))), ...cells.map(line)].join('\n')
}

function short(x: number): string {
  return x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2)
}
