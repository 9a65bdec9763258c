import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { DEFAULT_TRAINING, TRAINING_TABLE } from '../../src/core/experiment/training.ts'
import { ENCODER_PREFERENCES } from '../../src/core/experiment/view.ts'
import { DEFAULT_LINK, type LinkView, readLink, writeLink } from '../../src/share/link.ts'
import golden from '../golden/links.json'

const { preferences, head, baseline, batchSize } = TRAINING_TABLE
const training = fc.record({
  ...Object.fromEntries(Object.entries(DEFAULT_TRAINING).map(([name, value]) => [name, fc.constant(value)])),
  learningRate: fc.constantFrom(1e-6, 0.0003, 0.001, 0.1),
  entropyWeight: fc.constantFrom(0, 0.05, 1),
  batchSize: fc.integer({ min: batchSize.min, max: batchSize.max }),
  preferences: fc.constantFrom(...preferences.options),
  head: fc.constantFrom(...head.options),
  baseline: fc.constantFrom(...baseline.options),
  skippedFamilies: fc.array(fc.stringMatching(/^[\w-]{1,12}$/), { maxLength: 3 }),
})
const seed = fc.integer({ min: 0, max: 2 ** 32 })
const view = fc.record({
  world: fc.stringMatching(/^[\w.-]{1,64}$/),
  prompt: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w-]{1,30}\/\d{1,5}$/)),
  wc: fc.integer({ min: 0, max: 100 }).map(step => step / 100),
  encoder: fc.constantFrom(...ENCODER_PREFERENCES),
  training: training.map(changed => ({ ...DEFAULT_TRAINING, ...changed })),
  seed,
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
    't.',
    't.batchSize=',
    '&',
    '%',
    '0.5',
    '__proto__',
    '#',
  )
  const text = fc.array(fc.oneof(parts, fc.string()), { maxLength: 20 }).map(list => list.join(''))
  fc.assert(
    fc.property(fc.constantFrom('1', '2'), text, (version, given) => {
      const { wc, encoder } = readLink(`#v=${version}&${given}`).view
      expect(wc >= 0 && wc <= 1).toBe(true)
      expect(ENCODER_PREFERENCES).toContain(encoder)
    }),
  )
})

test('no link at all is the default view without a problem', () => {
  expect(readLink('')).toEqual({ view: DEFAULT_LINK, problems: [] })
  expect(readLink('#')).toEqual({ view: DEFAULT_LINK, problems: [] })
})

test.each(golden)(
  'a link of version $version still reads as it did',
  ({ link, view: expected, settings }) => {
    const whole = { ...DEFAULT_LINK, ...expected, training: { ...DEFAULT_TRAINING, ...settings } }
    expect(readLink(link)).toEqual({ view: whole, problems: [] })
  },
)

test.each([
  ['is too long', `#v=1&wc=0.5&world=${'x'.repeat(2000)}`],
  ['has no version', '#world=judged-4&wc=0.5'],
  ['is of a later version', '#v=3&world=judged-4&wc=0.5'],
  ['has an empty version', '#v=&wc=0.5'],
  ['names a prototype', '#__proto__=1'],
  ['is no link', '#%%%'],
])('a link that %s is left aside whole, and this is said', (_, link) => {
  const { view: read, problems } = readLink(link)
  expect(read).toEqual(DEFAULT_LINK)
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
  expect(read).toEqual(DEFAULT_LINK)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(field.split('=')[0])
})

test('one bad field leaves the good ones in force', () => {
  const { view: read, problems } = readLink('#v=1&world=judged-4&wc=7&encoder=webgpu')
  expect(read).toEqual({ ...DEFAULT_LINK, world: 'judged-4', encoder: 'webgpu' })
  expect(problems).toHaveLength(1)
})

test('a prototype among the fields changes no object', () => {
  const { view: read } = readLink('#v=1&__proto__=1&constructor=2&wc=0.5')
  expect(read).toEqual({ ...DEFAULT_LINK, wc: 0.5 })
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect(Object.hasOwn(read, '__proto__')).toBe(false)
})

test('a link names only the settings that differ from their defaults', () => {
  expect(writeLink(DEFAULT_LINK)).not.toMatch(/t\.|seed/)
  const link = writeLink({ ...DEFAULT_LINK, seed: 7, training: { ...DEFAULT_TRAINING, entropyWeight: 0 } })
  expect(link.split('&').slice(-2)).toEqual(['t.entropyWeight=0', 'seed=7'])
})

test.each([
  't.learningRate=7',
  't.learningRate=0x1',
  't.learningRate=',
  't.learningRate=NaN',
  't.batchSize=1.5',
  't.head=transformer',
  't.skippedFamilies=%3Cimg%3E',
  't.toString=1',
  't.__proto__=1',
  't.=1',
  'seed=-1',
  'seed=1e3',
  'seed=',
])('%s takes the default beside a good setting, and this is said', field => {
  const { view: read, problems } = readLink(`#v=2&t.entropyWeight=0.2&${field}`)
  expect(read).toEqual({ ...DEFAULT_LINK, training: { ...DEFAULT_TRAINING, entropyWeight: 0.2 } })
  expect(problems).toHaveLength(1)
})

test('a link of version 1 carries no training settings', () => {
  const { view: read, problems } = readLink('#v=1&t.entropyWeight=0.2&seed=4')
  expect(read).toEqual(DEFAULT_LINK)
  expect(problems).toHaveLength(1)
})

test('a link has no field that could hold a typed prompt', () => {
  expectTypeOf<keyof LinkView>().toEqualTypeOf<'world' | 'prompt' | 'wc' | 'encoder' | 'training' | 'seed'>()
  expect(Object.keys(DEFAULT_LINK).sort()).toEqual(['encoder', 'prompt', 'seed', 'training', 'wc', 'world'])
})
