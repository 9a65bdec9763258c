import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { NaiveNetwork, NaiveTrainer } from '../../../src/cli/bench/naive.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { reinforceGradient } from '../../../src/core/learning/reinforce.ts'
import { PolicyNetwork } from '../../../src/core/network/network.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy, randomBatch } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

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

test('the naive trainer moves its policy and keeps it finite', () => {
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(3), 1, 1)
  const before = policy.parameters.slice()
  const settings = { ...DEFAULT_TRAINING, batchSize: 4 }
  const trainer = new NaiveTrainer(createEnvironment(world, rowsOf(world, 'train'), 1), policy, settings)
  for (let step = 0; step < 3; step++) trainer.step()
  expect(policy.parameters).not.toEqual(before)
  expect(policy.parameters.every(Number.isFinite)).toBe(true)
})
