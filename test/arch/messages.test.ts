/** Nothing below the page tells a person something in words of its own: it throws and passes on codes. */
import { expect, test } from 'vitest'
import { en } from '../../src/ui/words/en/en.ts'
import { codeOf, ringOf, sourceFiles } from './sources.ts'

const files = sourceFiles(['.ts', '.tsx'])
const belowThePage = files.filter(({ path }) =>
  ['core', 'schema', 'store', 'engine', 'share', 'app'].includes(ringOf(path) ?? ''),
)

/** Texts of `new Error('...')` in some code. A RangeError is the platform's word for a wrong call: it tells a programmer. */
function errorTexts(code: string): string[] {
  const made = /\bnew\s+Error\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g
  return Array.from(code.matchAll(made), ([, single, double, template]) => single ?? double ?? template ?? '')
}

const isSentence = (text: string) => /\S\s+\S/.test(text)

test('no sentence is thrown in core, schema, store, engine, share or app', () => {
  expect(belowThePage.length).toBeGreaterThan(100)
  const thrown = belowThePage.flatMap(({ path, text }) =>
    errorTexts(codeOf(text, true))
      .filter(isSentence)
      .map(sentence => `${path}: ${sentence}`),
  )
  expect(thrown).toEqual([])
})

test('every message is used outside the tables of messages and words', () => {
  const others = files.filter(
    ({ path }) => !path.startsWith('src/core/messages/') && !path.startsWith('src/ui/words/'),
  )
  const used = new Set(
    others.flatMap(({ text }) =>
      Array.from(codeOf(text, true).matchAll(/'([a-z][\w-]*)'/g), match => match[1]),
    ),
  )
  // What is caught and is no problem of ours becomes `foreign`, in `messagesOf`.
  const codes = Object.keys(en).filter(code => code !== 'foreign')
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter(code => !used.has(code))).toEqual([])
})

const FIXED_LANGUAGE = /\.toLocale\w*\(\s*['"][^'"]*|\bnew\s+Intl\.\w+\(\s*['"][^'"]*/g

test('no number and no day is written in a fixed language', () => {
  // What the command line builds into a world is written by who makes the world.
  const fixed = files
    .filter(({ path }) => ringOf(path) !== 'cli')
    .flatMap(({ path, text }) =>
      Array.from(codeOf(text, true).matchAll(FIXED_LANGUAGE), match => `${path}: ${match[0]}`),
    )
  expect(fixed).toEqual([])
})

test.each([
  [`throw new Error('Two words')`, ['Two words']],
  ['throw new Error(`out of bounds`)', ['out of bounds']],
  [`throw new RangeError('No arm 7')`, []],
  [`reject(new Error(\n  "It's gone"\n))`, ["It's gone"]],
  [`throw new Error(reason)`, []],
  [`throw new Problem(message('no-log-open', {}))`, []],
  [`// new Error('in a comment')`, []],
])('the scanner finds the texts of errors in %j', (code, texts) => {
  expect(errorTexts(codeOf(code, true))).toEqual(texts)
})

test.each([
  [`n.toLocaleString('en')`, 1],
  [`new Intl.NumberFormat("de")`, 1],
  [`n.toLocaleString(language)`, 0],
])('%j fixes the language %i times', (code, times) => {
  expect(code.match(FIXED_LANGUAGE) ?? []).toHaveLength(times)
})
