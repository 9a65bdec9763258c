import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { PREFERENCE_GRID, preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { reward } from '../../../src/core/bandit/reward.ts'
import { BASELINES } from '../../../src/core/experiment/options.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../../src/core/experiment/training.ts'
import type { StepRecord } from '../../../src/core/learning/record.ts'
import { Trainer } from '../../../src/core/learning/trainer.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { norm } from '../../../src/core/math/vectors.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { embeddingOf, rowsOf } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'
import { expectSameBits } from '../../fixtures/bits.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

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

/** @param origin seed of the initial parameters and of the outcomes */
function create(settings: Partial<TrainingSettings>, seed = 1, given = world, origin = 1) {
  const all = { ...DEFAULT_TRAINING, steps: 6, batchSize: 4, ...settings }
  const policy = initialisePolicy({ ...SMALL, ...sizes(all) }, origin)
  const environment = createEnvironment(given, rowsOf(given, 'train'), origin)
  return { policy, all, trainer: new Trainer(environment, policy, all, seed, multiply) }
}

/** The settings' head and encoder, in small. */
function sizes({ head, preferenceEncoder }: TrainingSettings) {
  const encoder = preferenceEncoder === 'none' ? { preferenceHidden: 0, preference: 2 } : {}
  return { head, hidden: head === 'mlp' ? SMALL.hidden : 0, ...encoder }
}

async function steps(trainer: Trainer, count: number): Promise<StepRecord[]> {
  const records: StepRecord[] = []
  for (let step = 0; step < count; step++) records.push(await trainer.step())
  return records
}

async function run(settings: Partial<TrainingSettings>, seed = 1) {
  const { policy, all, trainer } = create(settings, seed)
  const start = policy.parameters.slice()
  const reports = await steps(trainer, all.steps)
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

test('the rewards are those of the revealed outcomes at the run’s own tau', async () => {
  const [plain, dear] = [await run({ steps: 1 }), await run({ steps: 1, tauScale: 0.1 })]
  for (const [report, scale] of [[plain.reports[0], 1] as const, [dear.reports[0], 0.1] as const]) {
    expectAllClose(
      report.rewards,
      report.outcomes.map((outcome, i) => reward(report.preferences[i], outcome, world.tauUsd * scale)),
      { atol: 1e-12 },
    )
  }
  expect(dear.reports[0].outcomes).toEqual(plain.reports[0].outcomes)
  expect(dear.reports[0].rewards).not.toEqual(plain.reports[0].rewards)
})

test('records of a step are not touched by the steps after it', async () => {
  const { trainer } = create({})
  const first = await trainer.step()
  const before = structuredClone(first)
  await steps(trainer, 3)
  expect(first).toEqual(before)
})

test('the cosine schedule comes to rest, the constant one does not', async () => {
  const lastMove = async (schedule: 'cosine' | 'constant') => {
    const { policy, trainer } = create({ schedule, steps: 20, learningRate: 0.01 })
    await steps(trainer, 20)
    const before = policy.parameters.slice()
    await trainer.step()
    return Math.max(...policy.parameters.map((x, i) => Math.abs(x - before[i])))
  }
  expect(await lastMove('cosine')).toBe(0)
  expect(await lastMove('constant')).toBeGreaterThan(0.001)
})

test('SGD moves along the clipped gradient', async () => {
  const { start, end, reports } = await run({
    optimiser: 'sgd',
    schedule: 'constant',
    steps: 1,
    learningRate: 0.1,
    gradientClip: 1e-3,
  })
  expect(reports[0].gradientNorm).toBeGreaterThan(1e-3)
  expectAllClose([norm(end.map((x, i) => x - start[i]))], [1e-4], { rtol: 1e-2, atol: 0 })
})

test('a fixed preference is met in every round', async () => {
  const { reports } = await run({ preferences: 'fixed', fixedCost: 0.7 })
  expect(new Set(reports.flatMap(report => report.preferences.map(w => w.cost)))).toEqual(new Set([0.7]))
})

test('a frozen rule is the averaged policy’s, and stays as it was', async () => {
  const { trainer } = create({ learningRate: 0.05, averaging: 0.5 })
  await steps(trainer, 4)
  const rule = trainer.freeze()
  const averaged = structuredClone(trainer.averaged)
  const expected = Array.from(rowsOf(world, 'test'), row =>
    PREFERENCE_GRID.map(w => argmax(route(averaged, embeddingOf(world, row), w))),
  )
  await steps(trainer, 4)
  expect(Array.from(rowsOf(world, 'test'), row => rule(embeddingOf(world, row)))).toEqual(expected)
})

const VARIANTS: readonly Partial<TrainingSettings>[] = [
  {},
  ...BASELINES.map(baseline => ({ baseline })),
  { head: 'linear', optimiser: 'sgd', preferences: 'corners' },
  { head: 'bilinear', preferenceEncoder: 'none', schedule: 'constant', embeddingNoise: 0 },
]

test.each(VARIANTS)(
  'a run resumed from its snapshot is the uninterrupted run bit for bit: %j',
  async settings => {
    for (const given of [world, tinySimulatedWorld()]) {
      const whole = create(settings, 1, given)
      await steps(whole.trainer, 3)
      const snapshot = structuredClone(whole.trainer.snapshot())
      const expected = await steps(whole.trainer, 3)
      const resumed = create(settings, 99, given, 98)
      await steps(resumed.trainer, 2)
      resumed.trainer.restore(snapshot)
      expect(resumed.trainer.updates).toBe(3)
      expect(await steps(resumed.trainer, 3)).toEqual(expected)
      expectSameBits(resumed.policy.parameters, whole.policy.parameters)
      expectSameBits(resumed.trainer.averaged.parameters, whole.trainer.averaged.parameters)
    }
  },
)

test('without memory the average is the policy itself, and with it lags behind', async () => {
  const now = await run({ averaging: 0 })
  expectAllClose(now.averaged, now.end, { atol: 1e-7 })
  const late = await run({ averaging: 0.998 })
  expect(late.end).toEqual(now.end)
  expect(late.averaged).not.toEqual(late.end)
})

test('noise on the embeddings shifts no draw of prompts, preferences or, at first, arms', async () => {
  const [still, withNoise] = [await run({ embeddingNoise: 0 }), await run({ embeddingNoise: 1e-6 })]
  const { prompts, preferences, arms } = still.reports[0]
  expect(withNoise.reports[0]).toMatchObject({ prompts, preferences, arms })
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
  const trainer = new Trainer(createEnvironment(obvious, rows, 1), policy, settings, 1, multiply)
  const rewards = []
  for (let step = 0; step < settings.steps; step++) rewards.push(mean((await trainer.step()).rewards))
  const choice = (row: number, wc: number) =>
    argmax(route(trainer.averaged, embeddingOf(obvious, row), preferenceOfCost(wc)))
  for (const row of rowsOf(obvious, 'test')) {
    expect([0, 0.15, 0.75, 1].map(wc => choice(row, wc))).toEqual([2, 2, 0, 0])
  }
  expect(mean(rewards.slice(-50))).toBeGreaterThan(mean(rewards.slice(0, 50)) + 0.1)
})
