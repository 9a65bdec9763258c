import { expect, test } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { decodeCompact, encodeCompact } from '../../../src/core/policy/compact.ts'
import { createPolicy, initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'

const SHAPES = [
  ['as by default', {}],
  ['with a linear head', { head: 'linear' }],
  ['with a bilinear head and no preference encoder', { head: 'bilinear', preferenceEncoder: 'none' }],
] as const

test.each(SHAPES)(
  'a policy %s comes back with every weight within half a step of its column',
  (_, change) => {
    const policy = initialisePolicy(shapeOf({ ...DEFAULT_TRAINING, ...change }, 5), 3)
    const bytes = encodeCompact(policy)
    expect(bytes.length).toBeLessThan(0.3 * policy.parameters.byteLength)
    const read = decodeCompact(policy.shape, bytes.buffer)
    const largest = policy.parameters.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    policy.parameters.forEach((value, i) => {
      if (Math.abs(read.parameters[i] - value) > largest / 254 + 1e-7)
        throw new Error(`Parameter ${i} is off.`)
    })
  },
)

test('biases come back as they were, and what is compact already stays as it is', () => {
  const policy = initialisePolicy(shapeOf(DEFAULT_TRAINING, 5), 3)
  const once = decodeCompact(policy.shape, encodeCompact(policy).buffer)
  const { offset, columns } = policy.layout.head1Bias
  const biasesOf = ({ parameters }: typeof policy) =>
    Array.from(parameters.subarray(offset, offset + columns))
  expect(biasesOf(once)).toEqual(biasesOf(policy))
  const twice = decodeCompact(policy.shape, encodeCompact(once).buffer)
  const widest = twice.parameters.reduce((most, x, i) => Math.max(most, Math.abs(x - once.parameters[i])), 0)
  expect(widest).toBeLessThan(1e-7)
})

test('a column of zeros stays one', () => {
  const { shape, parameters } = initialisePolicy(shapeOf(DEFAULT_TRAINING, 5), 3)
  const zeros = createPolicy(
    shape,
    parameters.map(() => 0),
  )
  expect(decodeCompact(shape, encodeCompact(zeros).buffer).parameters.every(x => x === 0)).toBe(true)
})

test('bytes of another length are refused', () => {
  const policy = initialisePolicy(shapeOf(DEFAULT_TRAINING, 5), 3)
  const { buffer } = encodeCompact(policy)
  expect(() => decodeCompact(policy.shape, buffer.slice(1))).toThrow(/parameters-of-other-length/)
  expect(() => decodeCompact(shapeOf(DEFAULT_TRAINING, 6), buffer)).toThrow(/parameters-of-other-length/)
})
