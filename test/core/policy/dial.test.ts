import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { argmax } from '../../../src/core/math/statistics.ts'
import {
  DIAL_STEPS,
  dialContrast,
  gridProbabilities,
  nearestFlips,
  spectrum,
} from '../../../src/core/policy/dial.ts'
import { promptPreactivation, route } from '../../../src/core/policy/forward.ts'
import { createPolicy, initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape, layoutOf } from '../../../src/core/policy/shape.ts'
import { expectAllClose } from '../../close.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

/** One row a dial position, with most of the probability on the given arm. */
function rowsChoosing(arms: readonly number[], k = 3): Float32Array[] {
  return arms.map(arm => Float32Array.from({ length: k }, (_, j) => (j === arm ? 0.8 : 0.2 / (k - 1))))
}

test('the spectrum is the policy at the 101 places of the dial', () => {
  const policy = initialisePolicy(defaultShape(5), 3)
  const embedding = unitVectors(1, 3)
  const rows = spectrum(policy, promptPreactivation(policy, embedding))
  expect(rows).toHaveLength(DIAL_STEPS + 1)
  rows.forEach((row, step) => {
    expect(row).toEqual(route(policy, embedding, preferenceOfCost(step / 100)))
  })
})

test('flips are found at their places on either side', () => {
  const arms = Array.from({ length: 101 }, (_, step) => (step < 20 ? 2 : step < 55 ? 1 : 0))
  expect(nearestFlips(rowsChoosing(arms), preferenceOfCost(0.3))).toEqual({
    quality: { wc: 0.19, arm: 2 },
    saving: { wc: 0.55, arm: 0 },
  })
  expect(nearestFlips(rowsChoosing(arms), preferenceOfCost(0))).toEqual({
    quality: null,
    saving: { wc: 0.2, arm: 1 },
  })
  expect(nearestFlips(rowsChoosing(arms), preferenceOfCost(1))).toEqual({
    quality: { wc: 0.54, arm: 1 },
    saving: null,
  })
})

test('flips agree with brute force over any spectrum', () => {
  const arms = fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, 2), { minLength: 101, maxLength: 101 })
  fc.assert(
    fc.property(arms, fc.integer({ min: 0, max: 100 }), (chosen, start) => {
      const rows = rowsChoosing(chosen)
      const others = rows.flatMap((row, step) => (argmax(row) === chosen[start] ? [] : [step]))
      const below = Math.max(...others.filter(step => step < start))
      const above = Math.min(...others.filter(step => step > start))
      const flip = (step: number) =>
        Number.isFinite(step) ? { wc: step / 100, arm: argmax(rows[step]) } : null
      expect(nearestFlips(rows, preferenceOfCost(start / 100))).toEqual({
        quality: flip(below),
        saving: flip(above),
      })
    }),
  )
})

test('a policy that decides nothing shows no contrast beyond its even probability', () => {
  const policy = createPolicy(defaultShape(4), new Float32Array(layoutOf(defaultShape(4)).size))
  expectAllClose([dialContrast(gridProbabilities(policy, unitVectors(1, 1)))], [0.25])
})

test('a policy that is sure of one arm everywhere has contrast 1 and its certainty', () => {
  const policy = createPolicy(defaultShape(4), new Float32Array(layoutOf(defaultShape(4)).size))
  policy.parameters[policy.layout.head2Bias.offset + 2] = 40
  expectAllClose([dialContrast(gridProbabilities(policy, unitVectors(1, 1)))], [2])
})
