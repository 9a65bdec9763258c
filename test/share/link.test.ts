import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { DEFAULT_VIEW, ENCODER_PREFERENCES, type ViewSettings } from '../../src/core/experiment/view.ts'
import { readLink, writeLink } from '../../src/share/link.ts'
import golden from '../golden/links.json'

const view = fc.record({
  world: fc.stringMatching(/^[\w.-]{1,64}$/),
  prompt: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w-]{1,30}\/\d{1,5}$/)),
  wc: fc.integer({ min: 0, max: 100 }).map(step => step / 100),
  encoder: fc.constantFrom(...ENCODER_PREFERENCES),
})

test('every view comes back from its own link', () => {
  fc.assert(
    fc.property(view, given => {
      expect(readLink(writeLink(given))).toEqual({ view: given, problems: [] })
    }),
  )
})

test('reading a link back and writing it again changes nothing', () => {
  fc.assert(
    fc.property(view, given => {
      const link = writeLink(given)
      expect(writeLink(readLink(link).view)).toBe(link)
    }),
  )
})

test('no text makes reading throw, and what is read is always in bounds', () => {
  const parts = fc.constantFrom(
    'v=1',
    'wc=',
    'world=',
    'prompt=',
    'encoder=',
    '&',
    '%',
    '0.5',
    '__proto__',
    '#',
  )
  const text = fc.array(fc.oneof(parts, fc.string()), { maxLength: 20 }).map(list => list.join(''))
  fc.assert(
    fc.property(text, given => {
      const { wc, encoder } = readLink(`#v=1&${given}`).view
      expect(wc >= 0 && wc <= 1).toBe(true)
      expect(ENCODER_PREFERENCES).toContain(encoder)
    }),
  )
})

test('no link at all is the default view without a problem', () => {
  expect(readLink('')).toEqual({ view: DEFAULT_VIEW, problems: [] })
  expect(readLink('#')).toEqual({ view: DEFAULT_VIEW, problems: [] })
})

test.each(golden)('a link of version $version still reads as it did', ({ link, view: expected }) => {
  expect(readLink(link)).toEqual({ view: expected, problems: [] })
})

test.each([
  ['is too long', `#v=1&wc=0.5&world=${'x'.repeat(1000)}`],
  ['has no version', '#world=judged-4&wc=0.5'],
  ['is of a later version', '#v=2&world=judged-4&wc=0.5'],
  ['has an empty version', '#v=&wc=0.5'],
  ['names a prototype', '#__proto__=1'],
  ['is no link', '#%%%'],
])('a link that %s is left aside whole, and this is said', (_, link) => {
  const { view: read, problems } = readLink(link)
  expect(read).toEqual(DEFAULT_VIEW)
  expect(problems).toHaveLength(1)
})

test.each([
  'wc=1.01',
  'wc=-0.1',
  'wc=NaN',
  'wc=1e9',
  'wc=1e-1',
  'wc=Infinity',
  'wc=0x1',
  'wc= 0.5',
  'wc=',
  'wc=0,5',
  'encoder=cuda',
  'encoder=toString',
  'world=a b',
  'world=<script>',
  'world=',
  'prompt=../../etc',
  'prompt=sums/123456',
  'prompt=What is one and one?',
])('%s takes the default, and this is said', field => {
  const { view: read, problems } = readLink(`#v=1&${field}`)
  expect(read).toEqual(DEFAULT_VIEW)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(field.split('=')[0])
})

test('one bad field leaves the good ones in force', () => {
  const { view: read, problems } = readLink('#v=1&world=judged-4&wc=7&encoder=webgpu')
  expect(read).toEqual({ ...DEFAULT_VIEW, world: 'judged-4', encoder: 'webgpu' })
  expect(problems).toHaveLength(1)
})

test('a prototype among the fields changes no object', () => {
  const { view: read } = readLink('#v=1&__proto__=1&constructor=2&wc=0.5')
  expect(read).toEqual({ ...DEFAULT_VIEW, wc: 0.5 })
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect(Object.hasOwn(read, '__proto__')).toBe(false)
})

test('a view has no field that could hold a typed prompt', () => {
  expectTypeOf<keyof ViewSettings>().toEqualTypeOf<'world' | 'prompt' | 'wc' | 'encoder'>()
  expect(Object.keys(DEFAULT_VIEW).sort()).toEqual(['encoder', 'prompt', 'wc', 'world'])
})
