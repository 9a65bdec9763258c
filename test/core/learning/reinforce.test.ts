import { expect, test } from 'vitest'
import { reinforceGradient } from '../../../src/core/learning/reinforce.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { softmax } from '../../../src/core/math/softmax.ts'
import { expectAllClose } from '../../close.ts'
import { reinforceLoss } from '../../fixtures/reinforceLoss.ts'

const BATCH = 3
const K = 4
const stream = createStream(1, 'logits')
const logits = Float64Array.from({ length: BATCH * K }, () => stream.normal())
const arms = [2, 0, 3]
const advantages = [0.7, -1.2, 0.1]

function probabilitiesOf(values: Float64Array): Float32Array {
  const out = new Float32Array(values.length)
  for (let i = 0; i < BATCH; i++) {
    softmax(Float32Array.from(values.subarray(i * K, (i + 1) * K)), out.subarray(i * K, (i + 1) * K))
  }
  return out
}

test.each([0, 0.05, 1])('the gradient at the logits is that of the loss, with entropy weight %d', beta => {
  const gradient = reinforceGradient({ probabilities: probabilitiesOf(logits), arms, advantages }, beta)
  const step = 1e-5
  const differences = logits.map((_, i) => {
    const lossAt = (shift: number) =>
      reinforceLoss(
        logits.map((x, j) => (i === j ? x + shift : x)),
        arms,
        advantages,
        beta,
      )
    return (lossAt(step) - lossAt(-step)) / (2 * step)
  })
  expectAllClose(gradient, differences, { rtol: 1e-4, atol: 1e-6 })
})

test('every row of the gradient sums to zero', () => {
  const gradient = reinforceGradient({ probabilities: probabilitiesOf(logits), arms, advantages }, 0.3)
  const sums = arms.map((_, i) => gradient.subarray(i * K, (i + 1) * K).reduce((a, b) => a + b, 0))
  expectAllClose(sums, [0, 0, 0])
})

test('following the gradient down makes a rewarded arm likelier and a punished one less likely', () => {
  const even = new Float32Array(4).fill(0.25)
  const [won, lost] = [1, -1].map(advantage =>
    reinforceGradient({ probabilities: even, arms: [1], advantages: [advantage] }, 0),
  )
  expectAllClose(won, [0.25, -0.75, 0.25, 0.25])
  expectAllClose(lost, [-0.25, 0.75, -0.25, -0.25])
})

test('a probability of exactly zero leaves the gradient finite', () => {
  const gradient = reinforceGradient(
    { probabilities: Float32Array.from([1, 0]), arms: [1], advantages: [1] },
    0.05,
  )
  expect(gradient.every(Number.isFinite)).toBe(true)
  expectAllClose(gradient, [1, -1])
})
