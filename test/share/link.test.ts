import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BACKEND_PREFERENCES } from '../../src/core/experiment/backend.ts'
import { ENCODER_PREFERENCES, STARTS } from '../../src/core/experiment/options.ts'
import { SPEEDS } from '../../src/core/experiment/pace.ts'
import { readNumber } from '../../src/core/experiment/row.ts'
import { TRAINING_TABLE } from '../../src/core/experiment/training.ts'
import { DEFAULT_VIEW, MAX_SEED, type PartialView } from '../../src/core/view/view.ts'
import { DEFAULT_LINK, readLink, writeLink } from '../../src/share/link.ts'
import { createWording } from '../../src/ui/words/words.ts'
import { trainingSettings } from '../fixtures/settings.ts'
import golden from '../golden/links.json'

const { say } = createWording('en')
const part = fc.stringMatching(/^[a-z][a-z-]{0,20}$/)
const partList = fc.array(part, { maxLength: 5 })
const ownSettings = fc.record({
  world: fc.stringMatching(/^[\w.-]{1,64}$/),
  prompt: fc.oneof(fc.constant(''), fc.stringMatching(/^[\w-]{1,30}\/\d{1,5}$/)),
  wc: fc.integer({ min: 0, max: 100 }).map(step => step / 100),
  encoder: fc.constantFrom(...ENCODER_PREFERENCES),
  seed: fc.oneof(fc.integer(), fc.integer({ min: -MAX_SEED, max: MAX_SEED })),
  start: fc.constantFrom(...STARTS),
  speed: fc.constantFrom(...SPEEDS),
  backendPreference: fc.constantFrom(...BACKEND_PREFERENCES),
  peek: fc.boolean(),
  presenter: fc.boolean(),
  open: partList,
  hidden: partList,
  locked: partList,
})
const view = fc
  .tuple(ownSettings, trainingSettings)
  .map(([own, training]): PartialView => ({ ...own, ...training }))

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
    fc.property(fc.constantFrom('1', '2', '3'), text, (version, given) => {
      const { wc = Number.NaN, encoder } = readLink(`#v=${version}&${given}`).view
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
    const whole = { ...DEFAULT_LINK, ...expected, ...settings }
    expect(readLink(link)).toEqual({ view: whole, problems: [] })
  },
)

test.each([
  ['is too long', `#v=1&wc=0.5&${'x'.repeat(2 ** 18)}`],
  ['has no version', '#world=judged-4&wc=0.5'],
  ['is of a later version', '#v=4&world=judged-4&wc=0.5'],
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
  expect(say(problems[0])).toContain(field.split('=')[0])
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
  expect(writeLink(DEFAULT_LINK)).toBe('#v=3&world=routerbench-11&wc=0.3')
  expect(writeLink({})).toBe(writeLink(DEFAULT_LINK))
  expect(writeLink({ seed: 7, entropyWeight: 0 })).toBe(
    '#v=3&world=routerbench-11&wc=0.3&seed=7&t.entropyWeight=0',
  )
})

test.each([1e-10, 5e-324, 1e21, 1e22, 123456789.125, 0.1 + 0.2])(
  '%d in a link is read as it was written',
  value => {
    expect(readNumber(String(value))).toBe(value)
    expect(readNumber(String(-value))).toBe(-value)
  },
)

test('a learning rate of 1e-10 is understood, and refused for being out of bounds', () => {
  expect(say(readLink('#v=3&t.learningRate=1e-10').problems[0])).toMatch(/Learning rate/)
  expect(readLink('#v=3&t.learningRate=0.000001').view.learningRate).toBe(1e-6)
  expect(readLink('#v=3&t.entropyWeight=1e-10')).toEqual({
    view: { ...DEFAULT_LINK, entropyWeight: 1e-10 },
    problems: [],
  })
})

test('a link from a newer page says so, and names both versions', () => {
  const { view: read, problems } = readLink('#v=12&wc=0.5')
  expect(read).toEqual(DEFAULT_LINK)
  expect(problems.map(say)).toEqual([expect.stringMatching(/version 12.*up to 3/)])
})

test('a link to every family and part of the largest log is read back', () => {
  const skippedFamilies = Array.from({ length: 256 }, (_, i) => `${'ä'.repeat(120)}-${i}`)
  const hidden = Array.from({ length: 64 }, () => 'x'.repeat(64))
  const link = writeLink({ skippedFamilies, hidden, locked: hidden, open: hidden })
  expect(readLink(link)).toEqual({
    view: { ...DEFAULT_LINK, skippedFamilies, hidden, locked: hidden, open: hidden },
    problems: [],
  })
})

test('fields that came with version 3 are unknown to a link of version 2', () => {
  const { view: read, problems } = readLink('#v=2&speed=slow&seed=4&hide=race')
  expect(read).toEqual({ ...DEFAULT_LINK, seed: 4 })
  expect(problems.map(say)).toEqual([expect.stringMatching(/“speed”, “hide”/)])
})

test('many unknown fields are counted, not listed', () => {
  const link = `#v=3&${Array.from({ length: 40 }, (_, i) => `x${i}=1`).join('&')}`
  expect(readLink(link).problems.map(say)).toEqual([expect.stringMatching(/“x4” and 35 more/)])
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
  'seed=1.5',
  'seed=1e3',
  'seed=9007199254740993',
  'seed=',
])('%s takes the default beside a good setting, and this is said', field => {
  const { view: read, problems } = readLink(`#v=2&t.entropyWeight=0.2&${field}`)
  expect(read).toEqual({ ...DEFAULT_LINK, entropyWeight: 0.2 })
  expect(problems).toHaveLength(1)
})

test('a link of version 1 carries no training settings', () => {
  const { view: read, problems } = readLink('#v=1&t.entropyWeight=0.2&seed=4')
  expect(read).toEqual(DEFAULT_LINK)
  expect(problems).toHaveLength(1)
})

test('a link has no field that could hold a typed prompt', () => {
  const texts = Object.entries(DEFAULT_VIEW).filter(([, value]) => typeof value === 'string')
  const free = texts.filter(([name]) => !Object.hasOwn(TRAINING_TABLE, name)).map(([name]) => name)
  expect(free).toEqual(['world', 'prompt', 'encoder', 'start', 'speed', 'backendPreference'])
  for (const [name] of texts) {
    const { problems } = readLink(`#v=3&${name}=${encodeURIComponent('What is one and one?')}`)
    expect(problems, name).toHaveLength(1)
  }
})

test('what belongs to the reader alone is in no link', () => {
  expect(Object.keys(DEFAULT_VIEW).filter(name => !Object.hasOwn(DEFAULT_LINK, name))).toEqual([
    'trainWhileHidden',
  ])
  expect(writeLink({ trainWhileHidden: true })).toBe(writeLink({}))
})
