import { expect, test } from 'vitest'
import { averageParameters } from '../../../src/core/learning/averaging.ts'
import { expectAllClose } from '../../close.ts'

test('the average moves by the set share, but by more while it is young', () => {
  const moved = (step: number, kept: number) => {
    const average = Float32Array.of(0)
    averageParameters(average, Float32Array.of(1), step, kept)
    return average[0]
  }
  expectAllClose([moved(100_000, 0.9), moved(1, 0.9), moved(10, 0.999)], [0.1, 10 / 11, 0.5])
  expect(moved(5, 0)).toBe(1)
})
