import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PREFERENCE_GRID, preferenceOfCost, samplePreference } from '../../../src/core/bandit/preference.ts'
import { reward, scaledCost } from '../../../src/core/bandit/reward.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectAllClose } from '../../close.ts'

const tau = 0.008

test('the reward weighs quality against cost over tau', () => {
  const w = preferenceOfCost(0.25)
  expectAllClose([reward(w, { quality: 0.6, costUsd: 0.002 }, tau)], [0.75 * 0.6 - 0.25 * 0.25])
})

test('a cost above tau counts as tau', () => {
  expect([scaledCost(0.004, tau), scaledCost(0.008, tau), scaledCost(1, tau)]).toEqual([0.5, 1, 1])
  expect(reward(preferenceOfCost(1), { quality: 1, costUsd: 5 }, tau)).toBe(-1)
})

test('the reward stays within -1 and 1, rises with quality and falls with cost', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true })
  const cost = fc.double({ min: 0, max: 0.1, noNaN: true })
  fc.assert(
    fc.property(fraction, fraction, cost, (wc, quality, costUsd) => {
      const w = preferenceOfCost(wc)
      const r = reward(w, { quality, costUsd }, tau)
      expect(r).toBeGreaterThanOrEqual(-1)
      expect(r).toBeLessThanOrEqual(1)
      expect(reward(w, { quality: 1, costUsd }, tau)).toBeGreaterThanOrEqual(r)
      expect(reward(w, { quality, costUsd: costUsd + 0.001 }, tau)).toBeLessThanOrEqual(r)
    }),
  )
})

test('a preference is clamped to the simplex', () => {
  expect(preferenceOfCost(-3)).toEqual({ quality: 1, cost: 0 })
  expect(preferenceOfCost(1e9)).toEqual({ quality: 0, cost: 1 })
  expect(preferenceOfCost(0.25)).toEqual({ quality: 0.75, cost: 0.25 })
})

test('the evaluation grid runs from quality alone to saving alone in eleven steps', () => {
  expectAllClose(
    PREFERENCE_GRID.map(w => w.cost),
    [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    { atol: 1e-12 },
  )
  expectAllClose(
    PREFERENCE_GRID.map(w => w.quality + w.cost),
    PREFERENCE_GRID.map(() => 1),
    { atol: 1e-12 },
  )
})

test('training preferences are uniform on the simplex', () => {
  const stream = createStream(1, 'preferences')
  const costs = Array.from({ length: 5000 }, () => samplePreference(stream).cost)
  expectAllClose([mean(costs), mean(costs.map(c => c * c))], [1 / 2, 1 / 3], { atol: 0.02 })
})
