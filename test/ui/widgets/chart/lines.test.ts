import { expect, test } from 'vitest'
import {
  drawnValues,
  endNames,
  extentOf,
  type Line,
  valueAt,
} from '../../../../src/ui/widgets/chart/lines.ts'

function line(name: string, x: number[], y: (number | null)[] = x): Line {
  return { name, x, y, tone: 'quiet' }
}
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

test('a chart goes as far as its first line, so that a longer one is compared at equal updates', () => {
  const extent = extentOf([line('now', upTo(40)), line('pinned', upTo(300))])
  expect(extent.end).toBe(40)
  expect(extent.stops).toHaveLength(40)
})

test('a first line that has hardly begun does not cut the others off', () => {
  expect(extentOf([line('now', upTo(3)), line('pinned', upTo(300))]).end).toBe(300)
  expect(extentOf([line('now', []), line('pinned', upTo(300))]).stops).toHaveLength(300)
  expect(extentOf([line('now', [])])).toEqual({ stops: [], end: 0 })
})

test('a value is read at the nearest point, and not beyond a line’s end', () => {
  const run = line('run', [10, 20, 30], [1, null, 3])
  expect([9, 12, 21, 30, 31].map(x => valueAt(run, x))).toEqual([1, 1, null, 3, null])
})

test('the values that set the axis are those in the plot, bands included', () => {
  const lines = [
    { ...line('a', [1, 2], [5, 6]), band: { low: [4, 5], high: [6, 7] } },
    line('b', [1, 9], [0, 100]),
  ]
  expect([...drawnValues(lines, 2)]).toEqual([5, 4, 6, 6, 5, 7, 0])
})

test('a line is named where it ends in the plot, at its last known value', () => {
  const names = endNames(
    [line('a', [1, 2, 3], [5, 6, null]), line('b', [1, 9], [0, 100]), line('empty', [])],
    [{ name: 'oracle', y: 8 }],
    3,
  )
  expect(names.map(({ name, y }) => [name, y])).toEqual([
    ['a', 6],
    ['b', 0],
    ['oracle', 8],
  ])
})
