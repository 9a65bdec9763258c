import { expect, test } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { DEFAULT_VIEW, keptBy, VIEW_NAMES, VIEW_TABLE, type ViewName } from '../../../src/core/view/view.ts'

function throughText<Name extends ViewName>(name: Name): unknown {
  const row = VIEW_TABLE[name]
  return row.read(row.write(row.default))
}

test.each(VIEW_NAMES)('the default of %s is within its own bounds and comes back from its text', name => {
  expect(VIEW_TABLE[name].accepts(VIEW_TABLE[name].default)).toBe(true)
  expect(throughText(name)).toEqual(DEFAULT_VIEW[name])
})

test('every row has a field of its own in links', () => {
  const keys = VIEW_NAMES.map(name => VIEW_TABLE[name].key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).not.toContain('v')
})

test('every training setting is part of the view', () => {
  expect(keptBy('settings', DEFAULT_VIEW)).toEqual(DEFAULT_TRAINING)
  expect(keptBy('settings', { wc: 0.5, entropyWeight: 0 })).toEqual({ entropyWeight: 0 })
})

test.each(VIEW_NAMES)('%s accepts nothing that is not finite, and no object', name => {
  const forged = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -Infinity,
    null,
    undefined,
    {},
    [1],
    [null],
    '\n',
    1e300,
  ]
  expect(forged.filter(value => VIEW_TABLE[name].accepts(value))).toEqual([])
})
