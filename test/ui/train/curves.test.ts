import { expect, test } from 'vitest'
import { averageRows, movingAverage } from '../../../src/ui/train/charts/curves.ts'
import { expectAllClose } from '../../close.ts'

test('a moving average looks back twelve points and no further', () => {
  const jump = [...Array(12).fill(0), ...Array(12).fill(1)]
  const averaged = movingAverage(jump)
  expectAllClose(averaged.slice(0, 12), Array(12).fill(0))
  expectAllClose(
    averaged.slice(12),
    Array.from({ length: 12 }, (_, i) => (i + 1) / 12),
  )
})

test('the first points average what there is', () => {
  expectAllClose(movingAverage([2, 4, 9]), [2, 3, 5])
  expect(movingAverage([])).toEqual([])
})

test('averaged shares still sum to one', () => {
  const rows = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? [1, 0, 0] : [0, 0.25, 0.75]))
  const averaged = averageRows(rows)
  expectAllClose(
    averaged.map(row => row.reduce((sum, share) => sum + share, 0)),
    Array(30).fill(1),
  )
  expectAllClose(averaged[29], [0.5, 0.125, 0.375])
  expect(averageRows([])).toEqual([])
})
