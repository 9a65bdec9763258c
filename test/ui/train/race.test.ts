import { expect, test } from 'vitest'
import type { StudyCurve, StudyResult } from '../../../src/core/evaluation/study.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { raceLine, racePlan, type Standing, standings, verdict } from '../../../src/ui/train/race/race.ts'
import { expectAllClose } from '../../close.ts'

test('a race runs the chosen learners under one set of settings, on consecutive seeds', () => {
  const plan = racePlan(['mlp', 'policy'], { ...DEFAULT_TRAINING, entropyWeight: 0.2 }, 500, 7, 3)
  expect(plan.entries.map(({ id, learner }) => [id, learner])).toEqual([
    ['policy', 'policy'],
    ['mlp', 'mlp'],
  ])
  expect(plan.entries.every(({ settings }) => settings.steps === 500 && settings.entropyWeight === 0.2)).toBe(
    true,
  )
  expect([plan.seeds, plan.splits]).toEqual([[7, 8, 9], ['test']])
})

function curve(seed: number, rewards: readonly number[]): StudyCurve {
  const points = rewards.map((reward, i) => ({ step: 10 * (i + 1), reward, validation: null }))
  return { entry: 'policy', seed, points }
}

test('one seed gives a line without a band', () => {
  const line = raceLine([curve(1, [0.2, 0.4])], 'policy')
  expect(line.x).toEqual([10, 20])
  expectAllClose(line.y, [0.2, 0.3])
  expect(line.band).toBeNull()
})

test('several seeds give their mean and one standard deviation either way', () => {
  const line = raceLine([curve(1, [0.1, 0.1]), curve(2, [0.3, 0.3])], 'policy')
  const sd = Math.sqrt(0.02)
  expectAllClose(line.y, [0.2, 0.2])
  expectAllClose(line.band?.low ?? [], [0.2 - sd, 0.2 - sd])
  expectAllClose(line.band?.high ?? [], [0.2 + sd, 0.2 + sd])
})

test('a seed under way counts only as far as it got', () => {
  const line = raceLine([curve(1, [0.1, 0.1, 0.1]), curve(2, [0.3])], 'policy')
  expectAllClose(line.y, [0.2, 0.1, 0.1])
})

test('a learner that has not begun has no line', () => {
  expect(raceLine([curve(1, [0.1])], 'linucb')).toEqual({ x: [], y: [], band: null })
})

function standing(id: Standing['id'], reward: number, sd = 0.002, seeds = 3): Standing {
  return { id, label: id, reward, sd, n: 100, seeds }
}

test('the table ranks what was evaluated on test prompts, best first', () => {
  const row = { world: 'w', quality: 0.7, costUsd: 0.001, regret: 0.1, n: 42, qualitySd: 0, seeds: 3 }
  const dial = { world: 'w', aiq: 0.7, sd: 0, seeds: 3 }
  const result: Pick<StudyResult, 'rows' | 'aiq'> = {
    rows: ['policy', 'linucb'].map(router => ({
      ...row,
      router,
      split: 'test',
      wc: 0,
      reward: 0.9,
      sd: 0,
    })),
    aiq: [
      { ...dial, router: 'policy', split: 'test', reward: 0.3, rewardSd: 0.01 },
      { ...dial, router: 'linucb', split: 'test', reward: 0.4, rewardSd: 0.02 },
      { ...dial, router: 'mlp', split: 'validation', reward: 0.9, rewardSd: 0 },
    ],
  }
  expect(standings(result).map(({ id, reward, sd, n }) => [id, reward, sd, n])).toEqual([
    ['linucb', 0.4, 0.02, 42],
    ['policy', 0.3, 0.01, 42],
  ])
})

test('a baseline that wins is said to win', () => {
  expect(verdict([standing('linucb', 0.42), standing('policy', 0.4)])).toBe(
    'linucb wins: linucb .4200 against policy .4000.',
  )
})

test('a lead within the spread is no win, nor is one on a single seed', () => {
  expect(verdict([standing('policy', 0.42, 0.02), standing('linucb', 0.4, 0.02)])).toMatch(
    /^Too close to call/,
  )
  expect(verdict([standing('policy', 0.42, 0, 1), standing('linucb', 0.3, 0, 1)])).toMatch(/one seed/)
})

test('the full-information reference cannot win', () => {
  expect(verdict([standing('mlp', 0.9), standing('policy', 0.42), standing('linucb', 0.3)])).toMatch(
    /^policy wins/,
  )
  expect(verdict([standing('mlp', 0.9)])).toBe('')
})
