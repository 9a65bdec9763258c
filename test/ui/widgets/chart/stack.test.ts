import { expect, test } from 'vitest'
import { stackBands, stackNames } from '../../../../src/ui/widgets/chart/stack.ts'
import { expectAllClose } from '../../../close.ts'

const columns = Array.from({ length: 20 }, (_, i) => [0.6 - 0.01 * i, 0.02, 0.38 + 0.01 * i])

test('bands lie on each other without gaps, from 0 to the whole', () => {
  const bands = stackBands(columns, 3)
  expectAllClose(bands[0].low, Array(20).fill(0))
  expectAllClose(bands[1].low, bands[0].high)
  expectAllClose(bands[2].low, bands[1].high)
  expectAllClose(bands[2].high, Array(20).fill(1))
})

test('a band is named where there is room for a name, and a thin one is not', () => {
  const named = stackNames(stackBands(columns, 3), 12)
  expect(named.map(({ arm }) => arm)).toEqual([0, 2])
  for (const { arm, column, height } of named) {
    const { low, high } = stackBands(columns, 3)[arm]
    expect(height).toBeGreaterThan(low[column])
    expect(height).toBeLessThan(high[column])
  }
})

test('nothing is named before there is a stack', () => {
  expect(stackNames(stackBands([], 3), 12)).toEqual([])
  expect(stackNames(stackBands([[0.5, 0.5]], 2), 12)).toEqual([])
})
