import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entropy, softmax } from '../../../src/core/math/softmax.ts'
import { expectAllClose } from '../../close.ts'

function softmaxOf(logits: readonly number[]): Float32Array {
  return softmax(Float32Array.from(logits), new Float32Array(logits.length))
}

test('softmax of hand-made logits', () => {
  expectAllClose(softmaxOf([0, Math.log(2), Math.log(5)]), [1 / 8, 2 / 8, 5 / 8])
})

test('softmax stays finite at logits of +-10,000', () => {
  expectAllClose(softmaxOf([1e4, -1e4, 1e4]), [0.5, 0, 0.5])
  expectAllClose(softmaxOf([-1e4, -1e4]), [0.5, 0.5])
})

test('softmax may write into its own input', () => {
  const logits = Float32Array.from([1, 2, 3])
  const expected = softmaxOf([1, 2, 3])
  expect(softmax(logits, logits)).toBe(logits)
  expectAllClose(logits, expected, { atol: 0 })
})

test('softmax sums to 1, and its entropy lies between 0 and ln K, for any logits', () => {
  const logits = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(logits, list => {
      const probabilities = softmaxOf(list)
      expectAllClose([probabilities.reduce((a, b) => a + b, 0)], [1], { atol: 1e-5 })
      const nats = entropy(probabilities)
      expect(nats).toBeGreaterThanOrEqual(-1e-6)
      expect(nats).toBeLessThanOrEqual(Math.log(list.length) + 1e-5)
    }),
  )
})

test('entropy is 0 for a certain arm and ln K for an even choice', () => {
  expectAllClose([entropy([1, 0, 0]), entropy([0.25, 0.25, 0.25, 0.25])], [0, Math.log(4)])
})
