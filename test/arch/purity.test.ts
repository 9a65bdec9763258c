/** What must not be written at all. */
import { expect, test } from 'vitest'
import { codeOf, ringOf, sourceFiles } from './sources.ts'

const files = sourceFiles(['.ts', '.tsx'])

/** `path: match` for every match of `pattern` in the code of `from`. */
function finds(pattern: RegExp, from = files): string[] {
  return from.flatMap(({ path, text }) =>
    Array.from(codeOf(text).matchAll(pattern), match => `${path}: ${match[0].trim()}`),
  )
}

const ANY = /[:<|&,=(]\s*any\b(?=\s*[\])>,;=|&{}\n])|\bany\[\]|\bas\s+any\b/g
/** A cast names a type: a capital, a built-in, an object, a tuple or an operator on types. */
const CAST =
  /[\w)\]}"]\s+as\s+(?!const\b)(?=[A-Z{[(]|(?:any|unknown|never|string|number|boolean|bigint|object|symbol|readonly|typeof|keyof|unique)\b)[^\n]*/g
const RENAMES = /\b(?:import|export)\b[^'"`;()]*?(?=\bfrom\b)|\bexport\s*\{[^}]*\}/g

test('core reaches for nothing outside its arguments: no clock, no chance, no page', () => {
  const core = files.filter(file => ringOf(file.path) === 'core')
  expect(core.length).toBeGreaterThan(20)
  const reached =
    /\bMath\.random\b|\bDate\b|\bperformance\b|\bdocument\b|\bwindow\b|\bglobalThis\b|\bnavigator\b|\bfetch\(|\bprocess\./g
  expect(finds(reached, core)).toEqual([])
})

test('nobody draws unseeded randomness', () => {
  expect(finds(/\bMath\.random\b/g)).toEqual([])
})

test('there is no any in the sources', () => {
  expect(finds(ANY)).toEqual([])
})

test('there is no cast in the sources', () => {
  const plain = files.map(({ path, text }) => ({ path, text: codeOf(text).replace(RENAMES, '') }))
  expect(finds(CAST, plain)).toEqual([])
})

test('no check of types is silenced in the sources', () => {
  const silenced = files.filter(({ text }) => /@ts-(?:ignore|expect-error|nocheck)/.test(text))
  expect(silenced.map(file => file.path)).toEqual([])
})

test.each([
  [ANY, 'let a: any = 1', true],
  [ANY, 'function f(a: any[], b: Map<string, any>) {}', true],
  [ANY, 'const any = list.some(x => x)', false],
  [ANY, '// at any time: any', false],
  [CAST, 'const a = b as Policy', true],
  [CAST, 'f(b as unknown as string)', true],
  [CAST, 'const a = [1, 2] as const', false],
  [CAST, `const a = 'seen as Policy'`, false],
])('%s on %j: %s', (pattern, text, expected) => {
  expect(finds(pattern, [{ path: 'src/x.ts', text }]).length > 0).toBe(expected)
})
