import { expect, test } from 'vitest'
import { LONG_RUN_STEPS, longRunSteps } from '../../../src/core/experiment/longRun.ts'

test('a log of more prompts is trained on for longer, up to twice as long', () => {
  expect([1, 1_551, 2_000].map(longRunSteps)).toEqual([LONG_RUN_STEPS, LONG_RUN_STEPS, LONG_RUN_STEPS])
  expect(longRunSteps(3_000)).toBe(1.5 * LONG_RUN_STEPS)
  expect([4_000, 25_257, 1e9].map(longRunSteps)).toEqual(Array(3).fill(2 * LONG_RUN_STEPS))
})
