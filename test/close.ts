import { expect } from 'vitest'

/** The one way numbers are compared: every element within atol + rtol * |expected|. */
export function expectAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { rtol = 0, atol = 1e-6 }: { rtol?: number; atol?: number } = {},
): void {
  expect(actual.length).toBe(expected.length)
  for (let i = 0; i < actual.length; i++) {
    const limit = atol + rtol * Math.abs(expected[i])
    if (!(Math.abs(actual[i] - expected[i]) <= limit)) {
      expect.fail(`element ${i}: ${actual[i]} is not within ${limit} of ${expected[i]}`)
    }
  }
}
