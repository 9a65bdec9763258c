import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { WASM_FOLDER } from '../../../src/cli/support/tensorflow.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { createRounds } from '../../../src/core/bandit/rounds.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { contextProjection } from '../../../src/core/routers/contexts.ts'
import { MLP, type MlpFullInformation } from '../../../src/core/routers/mlp.ts'
import { readTable } from '../../../src/core/routers/table.ts'
import { embeddingOf, rowsOf, type World } from '../../../src/core/world/world.ts'
import { startTensorFlow } from '../../../src/engine/backend/tensorflow.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const rows = rowsOf(world, 'train')

beforeAll(async () => {
  await startTensorFlow('wasm', WASM_FOLDER)
})

function create(given: World, seed: number, change: Partial<typeof DEFAULT_TRAINING> = {}) {
  const settings = { ...DEFAULT_TRAINING, batchSize: 16, steps: 150, ...change }
  return MLP.create({
    environment: createEnvironment(given, rows, seed),
    rounds: createRounds(rows.length, settings, seed),
    settings,
    tauUsd: given.tauUsd,
    seed,
    multiply,
    projection: () => contextProjection(given, rows),
    table: () => readTable(given, rows, given.tauUsd),
  })
}

async function train(learner: MlpFullInformation, steps: number) {
  const records = []
  for (let step = 0; step < steps; step++) records.push(await learner.step())
  return records
}

test('without noise it learns every training prompt’s best LLM', async () => {
  // Scores far apart, a different LLM best for each prompt, no costs in play at w_c = 0.
  const best = (row: number) => row % 3
  const clear = {
    ...world,
    score: world.score.map((_, cell) => (cell % 3 === best(Math.floor(cell / 3)) ? 1 : 0)),
  }
  const learner = create(clear, 1, { embeddingNoise: 0, averaging: 0.9, schedule: 'constant' })
  await train(learner, 150)
  const chosen = Array.from(rows, row => learner.freeze()(embeddingOf(clear, row))[0])
  expect(chosen).toEqual(Array.from(rows, best))
})

test('the same seed gives the same records, another seed does not', async () => {
  const first = await train(create(world, 2), 4)
  expect(await train(create(world, 2), 4)).toEqual(first)
  expect(await train(create(world, 3), 4)).not.toEqual(first)
})

test('what is learnt later changes nothing in a frozen rule', async () => {
  const learner = create(world, 4)
  await train(learner, 5)
  const rule = learner.freeze()
  const embedding = embeddingOf(world, 1)
  const before = Array.from(rule(embedding))
  await train(learner, 60)
  expect(Array.from(rule(embedding))).toEqual(before)
  expect(Array.from(learner.freeze()(embedding))).not.toEqual(before)
})

test('one arm a round is on the record, and no tensor stays allocated', async () => {
  const learner = create(world, 5)
  const tensors = tf.memory().numTensors
  const [record] = await train(learner, 1)
  expect(record.outcomes).toHaveLength(16)
  expect(record.probabilities.filter(p => p === 1)).toHaveLength(16)
  expect(tf.memory().numTensors).toBe(tensors)
})
