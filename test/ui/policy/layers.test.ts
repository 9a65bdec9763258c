import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { HEADS, PREFERENCE_ENCODERS } from '../../../src/core/experiment/options.ts'
import { activate, promptPreactivation } from '../../../src/core/policy/forward.ts'
import { createPolicy } from '../../../src/core/policy/policy.ts'
import { layoutOf, shapeOf } from '../../../src/core/policy/shape.ts'
import { formatActivation } from '../../../src/ui/format.ts'
import { gridColumns, layersOf } from '../../../src/ui/policy/layers.ts'

const embedding = new Float32Array(384).fill(0.05)

function layers(head: (typeof HEADS)[number], preferenceEncoder: (typeof PREFERENCE_ENCODERS)[number]) {
  const shape = shapeOf({ head, preferenceEncoder }, 11)
  const policy = createPolicy(shape, new Float32Array(layoutOf(shape).size).fill(0.01))
  return layersOf(embedding, activate(policy, promptPreactivation(policy, embedding), preferenceOfCost(0.3)))
}

test('the default network has four layers before its logits', () => {
  expect(layers('mlp', '64-32').map(({ name, values }) => [name, values.length])).toEqual([
    ['embedding', 384],
    ['encoder', 64],
    ['preference', 32],
    ['hidden', 256],
  ])
})

test('without a preference encoder u is the dial itself, and that is said', () => {
  const preference = layers('mlp', 'none').find(({ name }) => name === 'preference')
  expect(preference?.symbol).toBe('u = w')
  expect(preference?.text).toMatch(/no encoder/)
  expect(Array.from(preference?.values ?? [], formatActivation)).toEqual(['0.700', '0.300'])
  expect(layers('mlp', 'none').map(({ name }) => name)).not.toContain('encoder')
})

test.each(['linear', 'bilinear'] as const)('the %s head has no hidden layer, and that is said', head => {
  const hidden = layers(head, '64-32').find(({ name }) => name === 'hidden')
  expect(hidden?.values).toHaveLength(0)
  expect(hidden?.text).toMatch(/no hidden layer/i)
})

test('every grid is full and at most eight rows high', () => {
  for (const head of HEADS) {
    for (const encoder of PREFERENCE_ENCODERS) {
      for (const { values } of layers(head, encoder)) {
        if (values.length === 0) continue
        const rows = values.length / gridColumns(values.length)
        expect(Number.isInteger(rows)).toBe(true)
        expect(rows).toBeLessThanOrEqual(8)
      }
    }
  }
})

test('an activation has three decimals and no negative zero', () => {
  expect([0.41549, -0.0001, -2.5004].map(formatActivation)).toEqual(['0.415', '0.000', '−2.500'])
})
