import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { HEADS, PREFERENCE_ENCODERS } from '../../../src/core/experiment/options.ts'
import { activate, promptPreactivation, route } from '../../../src/core/policy/forward.ts'
import { createPolicy, initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape, layoutOf, shapeOf } from '../../../src/core/policy/shape.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy, randomBatch, TINY_SHAPES } from '../../fixtures/policies.ts'
import { logitsOf } from '../../fixtures/reinforceLoss.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

const sum = (values: Float32Array) => values.reduce((a, b) => a + b, 0)

test('the smaller published shape has 111,851 parameters at K = 11', () => {
  expect(layoutOf(defaultShape(11)).size).toBe(111_851)
})

test('the larger published shape has 496,139 parameters at K = 11', () => {
  expect(layoutOf({ ...defaultShape(11), preferenceHidden: 256, preference: 768 }).size).toBe(496_139)
})

test.each(TINY_SHAPES)('the reference pass, %s, agrees with the formulas written out', (_, shape) => {
  const policy = boldPolicy(shape, 3, 2)
  const { embeddings, preferences } = randomBatch(6, shape.embedding, 8)
  const expected = logitsOf(policy, Float64Array.from(policy.parameters), embeddings, preferences)
  const passes = embeddings.map((h, i) => activate(policy, promptPreactivation(policy, h), preferences[i]))
  expectAllClose(
    passes.flatMap(({ logits }) => [...logits]),
    expected,
    { atol: 1e-5 },
  )
  for (const { hidden, preference, preferenceHidden } of passes) {
    expect([hidden.length, preference.length, preferenceHidden.length]).toEqual([
      ...[shape.hidden, shape.preference, shape.preferenceHidden],
    ])
  }
})

test.each(HEADS.flatMap(head => PREFERENCE_ENCODERS.map(preferenceEncoder => ({ head, preferenceEncoder }))))(
  'the tensors of $head with $preferenceEncoder lie end to end, and none draws what is not a number',
  chosen => {
    const { size, ...slots } = layoutOf(shapeOf(chosen, 5))
    const ends = Object.values(slots).map(({ offset, rows, columns }) => offset + rows * columns)
    expect(Object.values(slots).map(slot => slot.offset)).toEqual([0, ...ends.slice(0, -1)])
    expect(ends.at(-1)).toBe(size)
    expect(initialisePolicy(shapeOf(chosen, 5), 1).parameters.every(Number.isFinite)).toBe(true)
  },
)

test('initial parameters depend on the seed and stay within 1 over the root of the fan in', () => {
  const policy = initialisePolicy(defaultShape(3), 4)
  expect(initialisePolicy(defaultShape(3), 4).parameters).toEqual(policy.parameters)
  expect(initialisePolicy(defaultShape(3), 5).parameters).not.toEqual(policy.parameters)
  const { head1, head2 } = policy.layout
  for (const slot of [head1, head2]) {
    const weights = policy.parameters.subarray(slot.offset, slot.offset + slot.rows * slot.columns)
    const bound = 1 / Math.sqrt(slot.rows)
    const largest = weights.reduce((top, x) => Math.max(top, Math.abs(x)), 0)
    expect(largest).toBeLessThanOrEqual(bound * 1.000001)
    expect(largest).toBeGreaterThan(bound * 0.95)
  }
})

test('probabilities sum to 1 at every preference and for every prompt', () => {
  const policy = initialisePolicy(defaultShape(11), 1)
  const vectors = unitVectors(4, 1)
  for (let i = 0; i < 4; i++) {
    for (const wc of [0, 0.3, 1]) {
      const row = route(policy, vectors.subarray(i * 384, (i + 1) * 384), preferenceOfCost(wc))
      expect(row).toHaveLength(11)
      expectAllClose([sum(row)], [1], { atol: 1e-5 })
    }
  }
})

test('a prompt share computed once and activated equals routing from scratch', () => {
  const policy = initialisePolicy(defaultShape(4), 2)
  const embedding = unitVectors(1, 2)
  const share = promptPreactivation(policy, embedding)
  for (const wc of [0, 0.5, 1]) {
    const w = preferenceOfCost(wc)
    expect(activate(policy, share, w).probabilities).toEqual(route(policy, embedding, w))
  }
})

test('activating leaves the prompt share as it was', () => {
  const policy = initialisePolicy(defaultShape(4), 2)
  const share = promptPreactivation(policy, unitVectors(1, 2))
  const before = share.slice()
  activate(policy, share, preferenceOfCost(0.4))
  expect(share).toEqual(before)
})

test('a network small enough to work out by hand', () => {
  const shape = { embedding: 1, preferenceHidden: 1, preference: 1, head: 'mlp' as const, hidden: 2, arms: 2 }
  // phi1 (2x1), its bias, phi2, its bias, head1 (2x2: prompt row, preference row), its bias, head2 (2x2), its bias
  const parameters = Float32Array.from([2, 1, 0.5, 3, -1, 1, -1, 2, 1, 0, 0.5, 0.125, 0, 0, -0.5, 0.25, 0])
  const { preferenceHidden, preference, hidden, logits, probabilities } = activate(
    createPolicy(shape, parameters),
    promptPreactivation(createPolicy(shape, parameters), [3]),
    preferenceOfCost(0.5),
  )
  // 2 * .5 + 1 * .5 + .5 = 2;  3 * 2 - 1 = 5;  [3, -3] + 5 * [2, 1] + [0, .5] = [13, 2.5]
  expect([...preferenceHidden, ...preference, ...hidden]).toEqual([2, 5, 13, 2.5])
  expect([...logits]).toEqual([1.875, -1.25])
  expectAllClose(probabilities, [0.957912, 0.042088])
})

test('a vector of another length is refused', () => {
  expect(() => createPolicy(defaultShape(3), new Float32Array(10))).toThrow(/parameters/)
})
