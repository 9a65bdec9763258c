import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { explain } from '../../../src/core/policy/explain.ts'
import { expectAllClose } from '../../close.ts'

const tau = 0.01
const OUTCOMES = [
  { quality: 0.5, costUsd: 0.0001 },
  { quality: 0.7, costUsd: 0.002 },
  { quality: 0.9, costUsd: 0.01 },
]
const choosing = (arm: number) => Float32Array.from([0, 1, 2], j => (j === arm ? 0.9 : 0.05))
const rows = Array.from({ length: 101 }, (_, step) => choosing(step < 10 ? 2 : step < 60 ? 1 : 0))

test('the routed arm comes with its outcome, all rewards and the flips on either side', () => {
  const told = explain(choosing(1), OUTCOMES, rows, preferenceOfCost(0.4), tau)
  expect(told.arm).toBe(1)
  expect(told.outcome).toBe(OUTCOMES[1])
  expectAllClose(told.rewards, [0.3 - 0.004, 0.42 - 0.08, 0.54 - 0.4], { atol: 1e-9 })
  expect(told.flips).toEqual({ quality: { wc: 0.09, arm: 2 }, saving: { wc: 0.6, arm: 0 } })
})

test('better is what more money would buy: the gain and the ratio of costs', () => {
  const { better, missed } = explain(choosing(1), OUTCOMES, rows, preferenceOfCost(0.4), tau)
  expect(better?.arm).toBe(2)
  expectAllClose([better?.gain ?? Number.NaN, better?.costRatio ?? Number.NaN], [0.2, 5], { atol: 1e-9 })
  expect(missed).toBeNull()
})

test('nothing is better than the LLM with the best score', () => {
  const { better } = explain(choosing(2), OUTCOMES, rows, preferenceOfCost(0), tau)
  expect(better).toBeNull()
})

test('missed names the arm with the best reward when the policy chose another', () => {
  const { missed } = explain(choosing(0), OUTCOMES, rows, preferenceOfCost(0.4), tau)
  expect(missed?.arm).toBe(1)
  expectAllClose([missed?.gain ?? Number.NaN], [0.34 - 0.296], { atol: 1e-9 })
})

test('gains of half a point or less are not worth a sentence', () => {
  const close = [
    { quality: 0.7, costUsd: 0.001 },
    { quality: 0.704, costUsd: 0.001 },
  ]
  const choice = Float32Array.from([0.6, 0.4])
  const told = explain(
    choice,
    close,
    Array.from({ length: 101 }, () => choice),
    preferenceOfCost(0),
    tau,
  )
  expect([told.better, told.missed]).toEqual([null, null])
  expect(told.flips).toEqual({ quality: null, saving: null })
})

test('better and missed can be told apart: the dearest scores most, the middle rewards most', () => {
  const told = explain(choosing(0), OUTCOMES, rows, preferenceOfCost(0.4), tau)
  expect([told.better?.arm, told.missed?.arm]).toEqual([2, 1])
})

test.each([
  ['a free LLM has no multiple', 0.002, null],
  ['two free LLMs cost the same', 0, 1],
])('%s', (_, costUsd, ratio) => {
  const free = [
    { quality: 0.5, costUsd: 0 },
    { quality: 0.9, costUsd },
    { quality: 0.1, costUsd: 0.01 },
  ]
  const { better } = explain(choosing(0), free, rows, preferenceOfCost(0), tau)
  expect(better).toMatchObject({ arm: 1, costRatio: ratio })
})

test('a choice that holds to an end is told with the arm that would earn more there, and by how much', () => {
  const { held } = explain(
    choosing(1),
    OUTCOMES,
    Array.from({ length: 101 }, () => choosing(1)),
    preferenceOfCost(0.4),
    tau,
  )
  expect([held.quality?.arm, held.saving?.arm]).toEqual([2, 0])
  expectAllClose(
    [held.quality, held.saving].flatMap(end => (end ? [end.gain, end.savedUsd, end.lead] : [])),
    [0.2, -0.008, 0.85, 0.19, 0.0019, 0.85],
    { atol: 1e-6 },
  )
  expect([held.quality?.nearTie, held.saving?.nearTie]).toEqual([false, false])
})

test('an end that the choice flips before, or where it earns most, is not told', () => {
  expect(explain(choosing(1), OUTCOMES, rows, preferenceOfCost(0.4), tau).held).toEqual({
    quality: null,
    saving: null,
  })
  expect(explain(choosing(0), OUTCOMES, rows, preferenceOfCost(1), tau).held).toEqual({
    quality: null,
    saving: null,
  })
})

test('a gain of at most two hundredths of reward is a near tie', () => {
  const near = OUTCOMES.map((outcome, arm) => (arm === 1 ? { ...outcome, costUsd: 0.00025 } : outcome))
  const held = explain(
    choosing(1),
    near,
    Array.from({ length: 101 }, () => choosing(1)),
    preferenceOfCost(1),
    tau,
  ).held
  expect(held.saving).toMatchObject({ arm: 0, nearTie: true })
})
