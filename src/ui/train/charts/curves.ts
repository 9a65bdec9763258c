/** The curves of a run, as columns to draw. */
import type { TrainingPoint } from '../../../core/evaluation/curve.ts'
import { mean } from '../../../core/math/statistics.ts'

/** Points that the moving average looks back over. */
const WINDOW = 12

/** Mean of each value and up to `WINDOW` - 1 before it: what a noisy curve does, without what one batch did. */
export function movingAverage(values: readonly number[]): number[] {
  return values.map((_, i) => mean(values.slice(Math.max(0, i + 1 - WINDOW), i + 1)))
}

/** The same of rows of numbers, column by column: averages of shares still sum to 1. */
export function averageRows(rows: readonly (readonly number[])[]): number[][] {
  const columns = (rows[0] ?? []).map((_, column) => movingAverage(rows.map(row => row[column])))
  return rows.map((_, i) => columns.map(values => values[i]))
}

/** One quantity of a run over its updates. */
export function column<T>(
  points: readonly TrainingPoint[],
  pick: (point: TrainingPoint) => T,
): { readonly x: number[]; readonly y: T[] } {
  return { x: points.map(point => point.step), y: points.map(pick) }
}

/** A quantity as its moving average over a run's updates. */
export function smoothed(points: readonly TrainingPoint[], pick: (point: TrainingPoint) => number) {
  const { x, y } = column(points, pick)
  return { x, y: movingAverage(y) }
}
