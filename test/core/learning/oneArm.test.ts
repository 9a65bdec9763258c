/** No learner reads an arm it did not pull. */
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { type BanditEnvironment, createEnvironment } from '../../../src/core/bandit/environment.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../../src/core/experiment/training.ts'
import type { StepRecord } from '../../../src/core/learning/record.ts'
import { Trainer } from '../../../src/core/learning/trainer.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { rowsOf, type World } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { bitsOf, expectSameBits } from '../../fixtures/bits.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const STEPS = 4
const DEFAULTS: TrainingSettings = { ...DEFAULT_TRAINING, batchSize: 5, steps: STEPS }
/** Every choice of every setting that decides what is learnt from a pull, at least once. */
const COMBINATIONS: readonly Partial<TrainingSettings>[] = [
  {},
  { baseline: 'batch-mean', preferences: 'corners' },
  { baseline: 'none', optimiser: 'sgd', schedule: 'constant' },
  { baseline: 'moving-average', head: 'linear', preferences: 'fixed', tauScale: 0.1 },
  { head: 'bilinear', preferenceEncoder: 'none', embeddingNoise: 0, averaging: 0 },
]
const world = tinyWorld()
const rows = rowsOf(world, 'train')

beforeAll(async () => {
  await tf.setBackend('cpu')
})

interface Run {
  readonly parameters: Float32Array
  readonly averaged: Float32Array
  readonly reports: readonly StepRecord[]
  /** World cell of every reveal, in order. */
  readonly pulled: readonly number[]
}

async function train(given: World, changes: Partial<TrainingSettings> = {}): Promise<Run> {
  const settings = { ...DEFAULTS, ...changes }
  const environment = createEnvironment(given, rows, 1)
  const pulled: number[] = []
  const recorded: BanditEnvironment = {
    ...environment,
    reveal(prompt, arm) {
      pulled.push(rows[prompt] * given.llms.length + arm)
      return environment.reveal(prompt, arm)
    },
  }
  const policy = initialisePolicy(shapeOf(settings, 3), 2)
  const trainer = new Trainer(recorded, policy, settings, 7, multiply)
  const reports: StepRecord[] = []
  for (let step = 0; step < STEPS; step++) reports.push(await trainer.step())
  return { parameters: policy.parameters, averaged: trainer.averaged.parameters, reports, pulled }
}

/** The table, with every cell that is read noted down. */
function watched(table: Float32Array, read: number[]): Float32Array {
  return new Proxy(table, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) read.push(Number(key))
      return Reflect.get(target, key, target)
    },
  })
}

test('one arm is revealed for each round, and no more', async () => {
  const { pulled } = await train(world)
  expect(pulled).toHaveLength(STEPS * DEFAULTS.batchSize)
})

test('the cells read in the tables are the cells pulled', async () => {
  const scores: number[] = []
  const costs: number[] = []
  const { pulled } = await train({
    ...world,
    score: watched(world.score, scores),
    costUsd: watched(world.costUsd, costs),
  })
  expect(pulled.length).toBeGreaterThan(0)
  expect(scores).toEqual(pulled)
  expect(costs).toEqual(pulled)
})

test.each(COMBINATIONS.flatMap(changes => [Number.NaN, 1e30, -5].map(poison => [changes, poison] as const)))(
  'with %j and %d in every cell that was not pulled, not one bit is learnt otherwise',
  async (changes, poison) => {
    const clean = await train(world, changes)
    const pulled = new Set(clean.pulled)
    const poisoned = (table: Float32Array) => table.map((x, cell) => (pulled.has(cell) ? x : poison))
    const other = { ...world, score: poisoned(world.score), costUsd: poisoned(world.costUsd) }
    expect(bitsOf(other.score)).not.toBe(bitsOf(world.score))
    const again = await train(other, changes)
    expect([again.pulled, again.reports]).toEqual([clean.pulled, clean.reports])
    expectSameBits(again.parameters, clean.parameters)
    expectSameBits(again.averaged, clean.averaged)
  },
)

test('another outcome in a single pulled cell is learnt otherwise', async () => {
  const clean = await train(world)
  const cell = clean.pulled[0]
  const other = { ...world, score: world.score.map((q, i) => (i === cell ? 1 - q : q)) }
  const again = await train(other)
  expect(bitsOf(again.parameters) === bitsOf(clean.parameters)).toBe(false)
})
