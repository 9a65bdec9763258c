import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../../src/core/experiment/training.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { embeddingOf, rowsOf } from '../../../src/core/world/world.ts'
import { Trainer } from '../../../src/engine/trainer/trainer.ts'
import { expectAllClose } from '../../close.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const SMALL = {
  embedding: 384,
  preferenceHidden: 16,
  preference: 8,
  head: 'mlp' as const,
  hidden: 16,
  arms: 3,
}
const world = tinyWorld()
const rows = rowsOf(world, 'train')

beforeAll(async () => {
  await tf.setBackend('cpu')
})

async function run(settings: Partial<TrainingSettings>, seed = 1) {
  const policy = initialisePolicy(SMALL, 1)
  const start = policy.parameters.slice()
  const all = { ...DEFAULT_TRAINING, steps: 6, batchSize: 4, ...settings }
  const trainer = new Trainer(createEnvironment(world, rows, 1), policy, all, seed)
  const reports = []
  for (let step = 0; step < all.steps; step++) reports.push(await trainer.step())
  return { start, end: policy.parameters, averaged: trainer.averaged.parameters, reports }
}

test('the same seed trains to the same bits, another seed to others', async () => {
  const first = await run({})
  expect(await run({})).toEqual(first)
  expect((await run({}, 2)).end).not.toEqual(first.end)
})

test('reports are numbered and stay within their ranges', async () => {
  const { reports } = await run({})
  expect(reports.map(report => report.step)).toEqual([1, 2, 3, 4, 5, 6])
  for (const { rewards, outcomes, entropy, gradientNorm } of reports) {
    expect(rewards.every(reward => Math.abs(reward) <= 1)).toBe(true)
    expect(outcomes.every(({ quality, costUsd }) => quality >= 0 && quality <= 1 && costUsd > 0)).toBe(true)
    expect(gradientNorm).toBeGreaterThan(0)
    expect(entropy).toBeGreaterThan(0)
    expect(entropy).toBeLessThanOrEqual(Math.log(3) + 1e-5)
  }
})

test('the first update moves no parameter further than the learning rate', async () => {
  const { start, end } = await run({ steps: 1, learningRate: 0.01 })
  const moves = end.map((x, i) => Math.abs(x - start[i]))
  expect(Math.max(...moves)).toBeLessThanOrEqual(0.01001)
  expect(Math.max(...moves)).toBeGreaterThan(0.009)
})

test('without memory the average is the policy itself, and with it lags behind', async () => {
  const now = await run({ averaging: 0 })
  expectAllClose(now.averaged, now.end, { atol: 1e-7 })
  const late = await run({ averaging: 0.998 })
  expect(late.end).toEqual(now.end)
  expect(late.averaged).not.toEqual(late.end)
})

test('noise on the embeddings shifts no draw of prompts, preferences or, at first, arms', async () => {
  const [still, blurred] = [await run({ embeddingNoise: 0 }), await run({ embeddingNoise: 1e-6 })]
  const { prompts, preferences, arms } = still.reports[0]
  expect(blurred.reports[0]).toMatchObject({ prompts, preferences, arms })
})

test('the policy learns the obvious: the best LLM for quality, the cheapest for saving', async () => {
  const obvious = {
    ...world,
    score: world.score.map((_, cell) => [0.2, 0.5, 1][cell % 3]),
    costUsd: world.costUsd.map((_, cell) => [0.0001, 0.006, 0.01][cell % 3]),
    tauUsd: 0.01,
  }
  const policy = initialisePolicy(SMALL, 1)
  const settings = { ...DEFAULT_TRAINING, learningRate: 0.01, steps: 400, batchSize: 32 }
  const trainer = new Trainer(createEnvironment(obvious, rows, 1), policy, settings, 1)
  const rewards = []
  for (let step = 0; step < settings.steps; step++) rewards.push(mean((await trainer.step()).rewards))
  const choice = (row: number, wc: number) =>
    argmax(route(trainer.averaged, embeddingOf(obvious, row), preferenceOfCost(wc)))
  for (const row of rowsOf(obvious, 'test')) {
    expect([0, 0.15, 0.75, 1].map(wc => choice(row, wc))).toEqual([2, 2, 0, 0])
  }
  expect(mean(rewards.slice(-50))).toBeGreaterThan(mean(rewards.slice(0, 50)) + 0.1)
})
