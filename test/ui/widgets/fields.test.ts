import { expect, test } from 'vitest'
import { parseNumber } from '../../../src/ui/widgets/NumberField.tsx'
import { stepTo } from '../../../src/ui/widgets/steps.ts'

test.each([
  ['0.05', 0.05],
  ['.5', 0.5],
  ['5e-4', 5e-4],
  [' 20 000 ', 20_000],
  ['20,000', 20_000],
  ['1,000,000', 1_000_000],
  ['−3', -3],
  ['1e', null],
  ['0,05', null],
  ['twelve', null],
  ['', null],
  ['Infinity', null],
  ['1e999', null],
  ['0x10', null],
])('“%s” is read as %s', (text, expected) => {
  expect(parseNumber(text, false)).toBe(expected)
})

test('a whole number has no fraction', () => {
  expect(parseNumber('32', true)).toBe(32)
  expect(parseNumber('32.5', true)).toBeNull()
})

test('arrow keys step, pages leap, Home and End reach the ends, and other keys lead nowhere', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'Tab']
  expect(keys.map(key => stepTo(key, 15, 40))).toEqual([16, 14, 25, 5, 0, 39, null])
})

test('no step leaves the row, and an empty row has none', () => {
  expect(stepTo('ArrowLeft', 0, 40)).toBe(0)
  expect(stepTo('PageUp', 35, 40)).toBe(39)
  expect(stepTo('ArrowRight', -1, 40)).toBe(0)
  expect(stepTo('ArrowRight', 0, 0)).toBeNull()
})
