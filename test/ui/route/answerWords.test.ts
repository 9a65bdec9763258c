import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import type { Outcome } from '../../../src/core/bandit/reward.ts'
import { explain } from '../../../src/core/policy/explain.ts'
import { answerWords } from '../../../src/ui/route/answerWords.ts'

const LLMS = ['Small', 'Middle', 'Large'].map(name => ({
  id: name,
  name,
  priceInUsdPerMillion: 1,
  priceOutUsdPerMillion: 1,
}))
const OUTCOMES: readonly Outcome[] = [
  { quality: 0.5, costUsd: 0.0001 },
  { quality: 0.7, costUsd: 0.0002 },
  { quality: 0.79, costUsd: 0.0028 },
]
const TAU = 0.01

/** @param arms the routed arm at each of the 101 places of the dial */
function wordsAt(wc: number, arms: (wc: number) => number, outcomes = OUTCOMES, estimated = false) {
  const rows = Array.from({ length: 101 }, (_, step) => choosing(arms(step / 100)))
  const w = preferenceOfCost(wc)
  const probabilities = rows[Math.round(100 * wc)]
  return answerWords({
    explanation: explain(probabilities, outcomes, rows, w, TAU),
    probabilities,
    llms: LLMS,
    w,
    estimated,
  })
}

const choosing = (arm: number) =>
  Float32Array.from([0, 1, 2], i => (i === arm ? 0.5 : i === (arm + 1) % 3 ? 0.2 : 0.3))

test('at rest: what is expected in one scale and one unit, what more money would buy, where the choice flips', () => {
  const { expected, rest } = wordsAt(0.3, wc => (wc < 0.1 ? 2 : wc < 0.6 ? 1 : 0))
  expect(expected).toBe('score .70, $0.20 per 1,000 prompts.')
  expect(rest).toEqual([
    'Large would add .09 for 14 times the money; it takes over at 91 % quality.',
    'Towards saving, Small from 60 % saving.',
  ])
})

test('estimates say about', () => {
  expect(wordsAt(0.3, () => 1, OUTCOMES, true).expected).toBe(
    'score about .70, about $0.20 per 1,000 prompts.',
  )
})

test('where all saving does not route to the cheapest LLM, it says by how little: a near tie', () => {
  const { rest, why } = wordsAt(1, wc => (wc < 0.1 ? 2 : 1))
  expect(rest[1]).toBe(
    'Even 100 % saving stays with it, a near tie: Small would save $0.10 per 1,000 prompts, .010 of reward.',
  )
  expect(why[1]).toBe(
    'At 100 % saving the policy’s probability for it is 20 percentage points above that for Small.',
  )
})

test('where that is no near tie, it is what the policy has not learnt', () => {
  const dear = OUTCOMES.map((outcome, arm) => (arm === 1 ? { ...outcome, costUsd: 0.004 } : outcome))
  expect(wordsAt(0.9, wc => (wc < 0.1 ? 2 : 1), dear).rest.join(' ')).toMatch(
    /Small would earn \.\d+ more reward/,
  )
  const nearer = dear.map((outcome, arm) => (arm === 1 ? { ...outcome, quality: 0.95 } : outcome))
  expect(wordsAt(0.3, () => 1, nearer).rest[1]).toBe(
    'Even 100 % saving stays with it; the policy has not learnt better: Small would save $3.9 per 1,000 prompts, .390 of reward.',
  )
})

test('a choice that holds over the whole dial says why at both ends', () => {
  const close = OUTCOMES.map((outcome, arm) => (arm === 2 ? { ...outcome, quality: 0.71 } : outcome))
  const { rest, why } = wordsAt(0.3, () => 1, close)
  expect(rest).toEqual([
    'Large would add .01 for 14 times the money; not even 100 % quality routes to it, a near tie.',
    'Even 100 % saving stays with it, a near tie: Small would save $0.10 per 1,000 prompts, .010 of reward.',
  ])
  expect(why.at(-1)).toBe('The choice holds over the whole dial.')
})

test('no more than two sentences follow the figures, whatever there is to say', () => {
  for (const arm of [0, 1, 2]) {
    for (const wc of [0, 0.3, 1]) {
      for (const turn of [0, 0.5, 1.1]) {
        const { rest } = wordsAt(wc, at => (at < turn ? 2 : arm))
        expect(rest.length).toBeLessThanOrEqual(2)
        for (const sentence of rest) expect(sentence).toMatch(/^[A-Z].*\.$/)
      }
    }
  }
})

test('why: the reward and the probability of the routed LLM beside those of the best other', () => {
  expect(wordsAt(0.3, () => 1).why[0]).toBe(
    'At 70 % quality / 30 % saving: Middle is expected to earn a reward of .48 (probability 50 %), the best other, Large, .47 (probability 20 %).',
  )
})
