import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { reinforceGradient } from '../../../src/core/learning/reinforce.ts'
import { PolicyNetwork } from '../../../src/core/network/network.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { defaultShape, shapeOf } from '../../../src/core/policy/shape.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy, randomBatch, TINY_SHAPE, TINY_SHAPES } from '../../fixtures/policies.ts'
import { logitsOf, reinforceLoss } from '../../fixtures/reinforceLoss.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
})

test.each([
  ...TINY_SHAPES,
  ['default', defaultShape(11)] as const,
  ['full linear', shapeOf({ head: 'linear', preferenceEncoder: '64-32' }, 11)] as const,
  ['full bilinear', shapeOf({ head: 'bilinear', preferenceEncoder: '64-32' }, 11)] as const,
])('the forward pass, %s, agrees with the reference pass', async (_, shape) => {
  const policy = boldPolicy(shape, 2, 2)
  const { embeddings, h, preferences } = randomBatch(6, shape.embedding, 3)
  const probabilities = await new PolicyNetwork(policy, multiply).forward(h, preferences)
  expectAllClose(
    probabilities,
    preferences.flatMap((w, i) => [...route(policy, embeddings[i], w)]),
    { atol: 1e-5 },
  )
})

test.each(TINY_SHAPES.flatMap(([name, shape]) => [0, 0.1].map(beta => [name, beta, shape] as const)))(
  'the gradient of every parameter, %s, beta %d, agrees with finite differences',
  async (_, beta, shape) => {
    const policy = boldPolicy(shape, 4, 1.5)
    const { embeddings, h, preferences } = randomBatch(7, shape.embedding, 5)
    const arms = [0, 1, 2, 0, 1, 2, 1]
    const advantages = [0.5, -1, 0.25, 1, -0.5, 0.75, -0.1]
    const network = new PolicyNetwork(policy, multiply)
    const probabilities = await network.forward(h, preferences)
    const gradient = await network.backward(reinforceGradient({ probabilities, arms, advantages }, beta))

    const parameters = Float64Array.from(policy.parameters)
    const lossAt = (i: number, shift: number) => {
      const moved = parameters.map((x, j) => (i === j ? x + shift : x))
      return reinforceLoss(logitsOf(policy, moved, embeddings, preferences), arms, advantages, beta)
    }
    const step = 1e-6
    const differences = parameters.map((_, i) => (lossAt(i, step) - lossAt(i, -step)) / (2 * step))
    expectAllClose(gradient, differences, { rtol: 1e-3, atol: 1e-6 })

    const { size: __, ...slots } = policy.layout
    for (const [name, { offset, rows, columns }] of Object.entries(slots)) {
      if (rows * columns === 0) continue
      const moved = gradient.subarray(offset, offset + rows * columns).some(g => g !== 0)
      expect(moved, `${name} has a gradient`).toBe(true)
    }
  },
)

test('the network reads its parameters at every call', async () => {
  const policy = boldPolicy(TINY_SHAPE, 2, 2)
  const { embeddings, h, preferences } = randomBatch(2, TINY_SHAPE.embedding, 3)
  const network = new PolicyNetwork(policy, multiply)
  await network.forward(h, preferences)
  policy.parameters[policy.layout.head2Bias.offset] += 3
  expectAllClose(
    await network.forward(h, preferences),
    preferences.flatMap((w, i) => [...route(policy, embeddings[i], w)]),
    { atol: 1e-5 },
  )
})

test('no tensor stays allocated', async () => {
  const network = new PolicyNetwork(boldPolicy(TINY_SHAPE, 2, 1), multiply)
  const { h, preferences } = randomBatch(2, TINY_SHAPE.embedding, 3)
  const before = tf.memory().numTensors
  await network.forward(h, preferences)
  await network.backward(new Float32Array(2 * TINY_SHAPE.arms).fill(0.1))
  expect(tf.memory().numTensors).toBe(before)
})

test('the batch may change its size from call to call', async () => {
  const policy = boldPolicy(TINY_SHAPE, 2, 2)
  const network = new PolicyNetwork(policy, multiply)
  for (const size of [4, 2, 6]) {
    const { embeddings, h, preferences } = randomBatch(size, TINY_SHAPE.embedding, size)
    expectAllClose(
      await network.forward(h, preferences),
      preferences.flatMap((w, i) => [...route(policy, embeddings[i], w)]),
      { atol: 1e-5 },
    )
  }
})

test('a backward pass without a forward pass is refused', async () => {
  const network = new PolicyNetwork(boldPolicy(TINY_SHAPE, 2, 1), multiply)
  await expect(network.backward(new Float32Array(3))).rejects.toThrow(/forward/)
})
