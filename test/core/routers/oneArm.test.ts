/** No bandit learner reads an arm it did not pull; the full-information references do, and are listed as such. */
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import type { StepRecord } from '../../../src/core/learning/record.ts'
import { createLearner, LEARNERS, type LearnerName } from '../../../src/core/routers/learners.ts'
import { embeddingOf, rowsOf, type World } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const STEPS = 5
const world = tinyWorld()
const rows = rowsOf(world, 'train')
/** A small network: what it reads does not hang on its size. */
const settings = {
  ...DEFAULT_TRAINING,
  preferenceEncoder: 'none',
  head: 'linear',
  batchSize: 6,
  steps: STEPS,
} as const
const told = (information: 'bandit' | 'full') =>
  LEARNERS.filter(entry => entry.information === information).map(({ id }) => id)
const BANDITS = told('bandit')
const REFERENCES = told('full')

beforeAll(async () => {
  await tf.setBackend('cpu')
})

/** Records of a few steps, and the dial of every prompt afterwards. */
async function train(given: World, learner: LearnerName) {
  const created = createLearner(learner, given, rows, settings, 3, multiply)
  const records: StepRecord[] = []
  for (let step = 0; step < STEPS; step++) {
    const record = await created.step?.()
    if (record) records.push(record)
  }
  const rule = created.freeze()
  const routes = Array.from({ length: given.size }, (_, row) => Array.from(rule(embeddingOf(given, row))))
  return { records, routes }
}

/** World cells of the pulls, in order. */
function pulledCells(records: readonly StepRecord[]): number[] {
  return records.flatMap(({ prompts, arms }) =>
    Array.from(prompts, (prompt, i) => rows[prompt] * 3 + arms[i]),
  )
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

test('every learner but the two references is a bandit, and only kNN is ready at once', () => {
  expect(BANDITS).toEqual(['policy', 'linucb', 'lin-thompson', 'epsilon-greedy'])
  expect(REFERENCES).toEqual(['mlp', 'knn'])
  for (const { id, trains } of LEARNERS) {
    expect(trains).toBe(id !== 'knn')
    expect(createLearner(id, world, rows, settings, 3, multiply).step !== undefined).toBe(trains)
  }
})

test.each(BANDITS)('%s reads the cells it pulls, and no other', async learner => {
  const [scores, costs]: number[][] = [[], []]
  const spied = { ...world, score: watched(world.score, scores), costUsd: watched(world.costUsd, costs) }
  const { records } = await train(spied, learner)
  const pulled = pulledCells(records)
  expect(pulled).toHaveLength(STEPS * settings.batchSize)
  expect(scores).toEqual(pulled)
  expect(costs).toEqual(pulled)
})

test.each(BANDITS)('%s learns the same with poison in every other cell', async learner => {
  const clean = await train(world, learner)
  const pulled = new Set(pulledCells(clean.records))
  for (const poison of [Number.NaN, 1e30]) {
    const poisoned = (table: Float32Array) => table.map((x, cell) => (pulled.has(cell) ? x : poison))
    const other = { ...world, score: poisoned(world.score), costUsd: poisoned(world.costUsd) }
    expect(await train(other, learner)).toEqual(clean)
  }
})

test.each(BANDITS)('another outcome in a cell that %s pulled is met', async learner => {
  const clean = await train(world, learner)
  const [cell] = pulledCells(clean.records)
  const other = { ...world, score: world.score.map((q, i) => (i === cell ? 1 - q : q)) }
  expect((await train(other, learner)).records[0].rewards).not.toEqual(clean.records[0].rewards)
})

test.each(REFERENCES)('%s reads whole rows, and is no bandit', async learner => {
  const scores: number[] = []
  await train({ ...world, score: watched(world.score, scores) }, learner)
  const all = Array.from(rows).flatMap(row => [0, 1, 2].map(arm => row * 3 + arm))
  expect(new Set(scores)).toEqual(new Set(all))
})
