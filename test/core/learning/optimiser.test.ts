import { expect, test } from 'vitest'
import { OPTIMISERS } from '../../../src/core/experiment/options.ts'
import { createOptimiser } from '../../../src/core/learning/createOptimiser.ts'
import type { Optimiser } from '../../../src/core/learning/optimiser.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { expectAllClose } from '../../close.ts'
import { expectSameBits } from '../../fixtures/bits.ts'

const stream = createStream(1, 'optimiser')
const gradients = Array.from({ length: 8 }, () => Float32Array.from({ length: 5 }, () => stream.normal()))

function descend(optimiser: Optimiser, parameters: Float32Array, from: number, to: number): void {
  for (const gradient of gradients.slice(from, to)) optimiser.step(parameters, gradient, 0.1)
}

test.each(OPTIMISERS)('%s goes on from its saved state bit for bit', name => {
  const expected = new Float32Array(5)
  descend(createOptimiser(name, 5), expected, 0, 8)
  const parameters = new Float32Array(5)
  const first = createOptimiser(name, 5)
  descend(first, parameters, 0, 4)
  const saved = structuredClone(first.state())
  descend(first, new Float32Array(5), 4, 8)
  const second = createOptimiser(name, 5)
  second.restore(saved)
  descend(second, parameters, 4, 8)
  expectSameBits(parameters, expected)
  expect(second.state().steps).toBe(8)
})

test('a saved state is a copy', () => {
  const adam = createOptimiser('adam', 5)
  descend(adam, new Float32Array(5), 0, 2)
  const saved = adam.state()
  const before = structuredClone(saved)
  descend(adam, new Float32Array(5), 2, 4)
  expect(saved).toEqual(before)
})

test('SGD follows the gradient by the learning rate', () => {
  const parameters = Float32Array.from([1, 2])
  createOptimiser('sgd', 2).step(parameters, Float32Array.from([10, -4]), 0.1)
  expectAllClose(parameters, [0, 2.4])
})
