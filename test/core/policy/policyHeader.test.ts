import { expect, test } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { decodePolicy, POLICY_FORMAT, type PolicyHeader } from '../../../src/core/policy/policyHeader.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'

const ROSTER = ['maker/small', 'maker/middle', 'maker/large']
const policy = initialisePolicy(defaultShape(3), 6)
const header: PolicyHeader = {
  format: POLICY_FORMAT,
  world: 'tiny',
  roster: ROSTER,
  shape: policy.shape,
  settings: DEFAULT_TRAINING,
  seed: 6,
  backend: 'cpu',
  bestStep: 1,
  curve: [],
  sha256: '',
}
const bytes = () => Float32Array.from(policy.parameters).buffer

test('a policy comes back from its file as it was', () => {
  const decoded = decodePolicy(header, bytes(), ROSTER)
  expect(decoded.parameters).toEqual(policy.parameters)
  expect(decoded.layout).toEqual(policy.layout)
})

test('a file for another roster, or the same LLMs in another order, is refused', () => {
  expect(() => decodePolicy(header, bytes(), ['a', 'b', 'c'])).toThrow(/policy-for-other-llms/)
  expect(() => decodePolicy(header, bytes(), [...ROSTER].reverse())).toThrow(/policy-for-other-llms/)
})

test('a file with a number too many or too few is refused', () => {
  for (const difference of [-1, 1]) {
    const length = policy.parameters.length + difference
    expect(() => decodePolicy(header, new Float32Array(length).buffer, ROSTER)).toThrow(
      /parameters-of-other-length/,
    )
  }
})

test('a shape that does not have one logit for each LLM of the roster is refused', () => {
  const shape = defaultShape(4)
  const wide = initialisePolicy(shape, 1).parameters
  expect(() => decodePolicy({ ...header, shape }, Float32Array.from(wide).buffer, ROSTER)).toThrow()
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('a file that holds %d is refused', value => {
  const broken = Float32Array.from(policy.parameters)
  broken[1234] = value
  expect(() => decodePolicy(header, broken.buffer, ROSTER)).toThrow(/parameters-not-finite/)
})
