import { expect, test } from 'vitest'
import { limitsOf } from '../../../src/cli/evaluate/limits.ts'
import { tableOf } from '../../../src/cli/evaluate/table.ts'
import type { StudyResult } from '../../../src/core/evaluation/study.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()

/** Rewards over the dial on test prompts, by router. */
function resultOf(rewards: Readonly<Record<string, number>>, training = 0.5, validation = 0.45): StudyResult {
  return {
    rows: [],
    aiq: Object.entries(rewards).map(([router, reward]) => ({
      world: 'w',
      split: 'test',
      router,
      reward,
      rewardSd: 0.01,
      aiq: 0.7,
      sd: 0.02,
      seeds: 2,
    })),
    fits: [1, 2].map(seed => ({ entry: 'policy', seed, step: 40, steps: 90, training, validation })),
  }
}

const rewards = {
  'llm:a': 0.3,
  'llm:b': 0.2,
  'fixed-per-w': 0.4,
  oracle: 0.5,
  knn: 0.39,
  mlp: 0.42,
  policy: 0.41,
}

test('the closing words give rows, noise ceiling, gap to the oracle and both rewards of the policy', () => {
  const text = limitsOf(world, resultOf(rewards), true).join('\n')
  expect(text).toMatch(/\d+ training prompts, \d+ for validation, \d+ for testing/)
  expect(text).toContain('Best single LLM 0.3000')
  expect(text).toContain(
    'kNN reaches 0.3900 and the MLP 0.4200: 0.0200 above routing blindly, 20.0 % of the room',
  )
  expect(text).toContain('102.5 % of the best LLM at each w, 97.6 % of the MLP, 0.0900 below the oracle')
  expect(text).toContain('on training prompts 0.5000, on validation prompts 0.4500: part of what it knows')
  expect(text).toContain('Kept updates: 40 of 90, 40 of 90.')
})

test('a log that tells nothing beyond averages, and a policy that learnt nothing by heart, are said to', () => {
  const text = limitsOf(world, resultOf({ ...rewards, mlp: 0.38 }, 0.46), true).join('\n')
  expect(text).toContain('no more than routing blindly')
  expect(text).toContain('little is learnt by heart')
})

test('without training only the references are spoken of', () => {
  const text = limitsOf(world, resultOf(rewards), false).join('\n')
  expect(text).toContain('kNN reaches 0.3900')
  expect(text).not.toMatch(/MLP|policy/)
})

test('a table has a line for each router, with its spread where there is one', () => {
  const row = { world: 'w', split: 'test', n: 9, quality: 0.5, costUsd: 0.001, regret: 0.1 } as const
  const rows = ['policy', 'zero'].flatMap(router =>
    [0, 1].map(wc => ({ ...row, router, wc, reward: 0.4 - wc / 10 })),
  )
  const aiq = ['policy', 'zero'].map(router => ({ world: 'w', split: 'test' as const, router, aiq: 0.7 }))
  const text = tableOf({ rows, aiq }, new Map([['policy', { reward: 0.01, aiq: 0.02 }]]))
  expect(text).toContain('w, test: 9 prompts')
  expect(text).toMatch(/policy +0\.3500 ± 0\.0100 +0\.7000 ± 0\.0200/)
  expect(text).toMatch(/zero +0\.3500 +0\.7000\n/)
  expect(text).toMatch(/1\.0 +0\.5000 +0\.001000 +0\.3000 +0\.1000/)
  expect(tableOf({ rows: [], aiq: [] })).toBe('')
})
