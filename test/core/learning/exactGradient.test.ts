import { expect, test } from 'vitest'
import { exactGradient } from '../../../src/core/learning/exactGradient.ts'
import { softmax } from '../../../src/core/math/softmax.ts'
import { expectAllClose } from '../../close.ts'

const ARMS = 3
const values = [0.4, 0.5, 0.1]

test('it is nothing where the policy is already the best one at this entropy weight', () => {
  const beta = 0.1
  const best = softmax(
    Float32Array.from(values, v => v / beta),
    new Float32Array(ARMS),
  )
  expectAllClose(exactGradient(best, values, ARMS, beta), [0, 0, 0], { atol: 1e-7 })
})

test('the best policy at an entropy weight earns most in reward and entropy together', () => {
  const beta = 0.1
  const objective = (p: Float32Array) =>
    p.reduce((sum, pi, a) => sum + pi * values[a] - beta * pi * Math.log(pi), 0)
  const best = softmax(
    Float32Array.from(values, v => v / beta),
    new Float32Array(ARMS),
  )
  for (const moved of [
    [0.02, -0.02, 0],
    [-0.02, 0.01, 0.01],
    [0.005, 0, -0.005],
  ]) {
    expect(objective(best.map((p, a) => p + moved[a]))).toBeLessThan(objective(best))
  }
})

test('steps against it lead to the best arm, and a batch is averaged', () => {
  const logits = new Float32Array(2 * ARMS)
  const both = [...values, 0.1, 0.2, 0.9]
  for (let step = 0; step < 400; step++) {
    const p = new Float32Array(2 * ARMS)
    for (const row of [0, ARMS]) softmax(logits.subarray(row, row + ARMS), p.subarray(row, row + ARMS))
    exactGradient(p, both, ARMS, 0.01).forEach((g, i) => {
      logits[i] -= g
    })
  }
  expect(logits[1]).toBeGreaterThan(logits[0] + 2)
  expect(logits[5]).toBeGreaterThan(logits[4] + 2)
})
