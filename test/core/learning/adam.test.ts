import { expect, test } from 'vitest'
import { Adam, clipByNorm } from '../../../src/core/learning/adam.ts'
import { norm } from '../../../src/core/math/vectors.ts'
import { expectAllClose } from '../../close.ts'

test('the first step has the length of the learning rate, whatever the gradient', () => {
  const parameters = Float32Array.from([1, 1, 1])
  new Adam(3).step(parameters, Float32Array.from([2, -0.5, 300]), 0.1)
  expectAllClose(parameters, [0.9, 1.1, 0.9], { atol: 2e-5 })
})

test('two steps agree with the published algorithm by hand', () => {
  const parameters = Float32Array.from([1])
  const adam = new Adam(1)
  adam.step(parameters, Float32Array.from([2]), 0.1)
  adam.step(parameters, Float32Array.from([-1]), 0.1)
  // m = .9 * .2 - .1 = .08, corrected .08 / .19; v = .999 * .004 + .001 = .004996, corrected .004996 / .001999
  const second = (0.1 * (0.08 / 0.19)) / Math.sqrt(0.004996 / 0.001999)
  expectAllClose(parameters, [0.9 - second], { atol: 1e-5 })
})

test('a coordinate without gradient stays where it is', () => {
  const parameters = Float32Array.from([0.5, 0.5])
  const adam = new Adam(2)
  for (let i = 0; i < 5; i++) adam.step(parameters, Float32Array.from([0, 1]), 0.01)
  expect(parameters[0]).toBe(0.5)
  expectAllClose([parameters[1]], [0.45], { atol: 1e-5 })
})

test('two optimisers share nothing', () => {
  const run = () => {
    const parameters = Float32Array.from([1, 2])
    const adam = new Adam(2)
    for (const g of [1, -2, 0.5]) adam.step(parameters, Float32Array.from([g, g * g]), 0.05)
    return parameters
  }
  expect(run()).toEqual(run())
})

test('it finds the bottom of a bowl', () => {
  const parameters = Float32Array.from([3, -2])
  const adam = new Adam(2)
  for (let i = 0; i < 2000; i++) {
    const gradient = Float32Array.from([parameters[0] - 1, 10 * (parameters[1] - 2)])
    adam.step(parameters, gradient, 0.02)
  }
  expectAllClose(parameters, [1, 2], { atol: 1e-2 })
})

test('a long gradient is scaled to the limit and keeps its direction', () => {
  const gradient = Float32Array.from([3, -4])
  expect(clipByNorm(gradient, 1)).toBe(5)
  expectAllClose(gradient, [0.6, -0.8])
  expectAllClose([norm(gradient)], [1])
})

test('a short gradient is left as it is', () => {
  const gradient = Float32Array.from([3, -4])
  expect(clipByNorm(gradient, 5)).toBe(5)
  expect([...gradient]).toEqual([3, -4])
})

test('a zero gradient stays zero', () => {
  const gradient = new Float32Array(3)
  expect(clipByNorm(gradient, 1e-3)).toBe(0)
  expect([...gradient]).toEqual([0, 0, 0])
})

test.each([[[]], [[new Float32Array(3)]], [[new Float32Array(3), new Float32Array(2)]]])(
  'moments that are not its own are refused',
  moments => {
    expect(() => new Adam(3).restore({ steps: 1, moments })).toThrow(RangeError)
  },
)
