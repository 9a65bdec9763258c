import { expect, test } from 'vitest'
import { scheduleFactor } from '../../../src/core/learning/schedule.ts'
import { expectAllClose } from '../../close.ts'

test('the cosine falls from 1 through a half to 0 and stays there; constant is 1', () => {
  const factors = (schedule: 'cosine' | 'constant') =>
    [0, 25, 50, 100, 140].map(step => scheduleFactor({ schedule, steps: 100 }, step))
  expectAllClose(factors('cosine'), [1, (2 + Math.SQRT2) / 4, 0.5, 0, 0], { atol: 1e-12 })
  expect(factors('constant')).toEqual([1, 1, 1, 1, 1])
})
