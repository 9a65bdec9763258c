import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { NaiveNetwork, NaiveTrainer } from '../../../src/cli/bench/naive.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { reinforceGradient } from '../../../src/core/learning/reinforce.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { PolicyNetwork } from '../../../src/core/network/network.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { embeddingOf, rowsOf } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy, randomBatch } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const QUALITY_ALONE = { preferences: 'fixed', fixedCost: 0, entropyWeight: 0 } as const

test('the naive network has the trainer’s probabilities and gradient', async () => {
  await tf.setBackend('cpu')
  const policy = boldPolicy(defaultShape(5), 4, 1.5)
  const { h, preferences } = randomBatch(9, policy.shape.embedding, 5)
  const network = new PolicyNetwork(policy, multiply)
  const naive = new NaiveNetwork(policy)
  const probabilities = await network.forward(h, preferences)
  expectAllClose(naive.forward(h, preferences), probabilities, { atol: 1e-5 })
  const arms = preferences.map((_, i) => i % 5)
  const advantages = preferences.map((_, i) => Math.sin(i))
  const atLogits = reinforceGradient({ probabilities, arms, advantages }, 0.05)
  const gradient = await network.backward(atLogits)
  expectAllClose(naive.backward(atLogits, preferences.length), gradient, { rtol: 1e-4, atol: 1e-6 })
})

test('the naive trainer learns the obvious: with quality alone in view, the best LLM', () => {
  const tiny = tinyWorld()
  const world = { ...tiny, score: tiny.score.map((_, cell) => [0.1, 0.4, 1][cell % 3]) }
  const policy = initialisePolicy(defaultShape(3), 1)
  const rows = rowsOf(world, 'train')
  const settings = {
    ...DEFAULT_TRAINING,
    ...QUALITY_ALONE,
    batchSize: 8,
    learningRate: 0.003,
  }
  const trainer = new NaiveTrainer(createEnvironment(world, rows, 1), policy, settings)
  const best = () =>
    mean(Array.from(rows, row => route(policy, embeddingOf(world, row), preferenceOfCost(0))[2]))
  expect(best()).toBeLessThan(0.5)
  for (let step = 0; step < 60; step++) trainer.step()
  expect(best()).toBeGreaterThan(0.9)
})
