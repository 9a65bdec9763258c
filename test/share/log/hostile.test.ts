/** Files that mean harm, or are broken: a sentence comes back, never anything else. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LogProblem } from '../../../src/share/log/problem.ts'
import { type LogFile, readLogFiles } from '../../../src/share/log/read.ts'
import { FORMS, parquet, testLog, utf8, writeLog } from '../../fixtures/logTables.ts'

const CORPUS = new URL('../../fixtures/logs/', import.meta.url)

/** Reads and returns the refusal; '' when it was read. Anything else thrown fails the test. */
async function refusal(...files: LogFile[]): Promise<string> {
  try {
    await readLogFiles(files)
    return ''
  } catch (error) {
    if (!(error instanceof LogProblem)) throw error
    return error.message
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  'bad-utf8.csv': 'is not UTF-8 text: line 3 has a byte',
  'binary.csv': 'is a binary file of an unknown kind',
  'broken-line.jsonl': 'line 2: not JSON',
  'empty.csv': 'is empty',
  'empty.json': 'complete prompts|no rows',
  'gzip.csv': 'is a gzip archive: unpack it first',
  'half.parquet': 'cannot be read as Parquet',
  'magic-only.parquet': 'cannot be read as Parquet',
  'nan.jsonl': 'line 1: not JSON',
  'no-list.json': 'must be a list of records',
  'page.csv': 'is a web page or XML',
  'picture.csv': 'is a picture',
  'proto.json': 'Choose the one column with the prompt|0 LLMs have a score',
  'scalars.json': 'row 1: an object with named values is expected',
  'sheet.xlsx': 'a ZIP archive or a spreadsheet',
  'spaces.csv': 'is empty',
  'stray-quote.csv': 'row 2: a quotation mark stands inside',
  'unclosed-quote.csv': 'row 2: a quoted cell is never closed',
}

test('every file of the corpus has an expectation', () => {
  expect(readdirSync(CORPUS).sort()).toEqual(Object.keys(EXPECTED).sort())
})

test.each(Object.entries(EXPECTED))('%s is refused: %s', async (name, message) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, CORPUS)))
  expect(await refusal({ name, bytes })).toMatch(new RegExp(message))
})

test('keys that would poison a prototype are columns like any other', async () => {
  const rows = testLog().rows.map(({ prompt, score, cost }) => ({ prompt, score, cost }))
  const json = JSON.stringify(rows).replaceAll(
    '"prompt"',
    '"__proto__":{"polluted":1},"constructor":2,"prompt"',
  )
  expect(await refusal({ name: 'p.json', bytes: utf8(json) })).toBe('')
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('JSON nested a hundred thousand deep is left aside or refused', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect(await refusal({ name: 'd.json', bytes: utf8(deep) })).not.toBe('')
  const rows = JSON.stringify(testLog().rows).replaceAll(
    '"prompt"',
    `"deep":${'['.repeat(900)}${']'.repeat(900)},"prompt"`,
  )
  expect(await refusal({ name: 'd.json', bytes: utf8(rows) })).toBe('')
})

test('a prompt of two million characters refuses the log, with its row', async () => {
  const log = testLog()
  const rows = log.rows.map((row, i) => (i === 3 ? { ...row, prompt: 'x'.repeat(2_000_000) } : row))
  const message = await refusal(...writeLog({ ...log, rows }, 'wide csv'))
  expect(message).toBe('A prompt of more than 1,000,000 characters: row 5.')
})

test('more columns, LLMs, prompts or bytes than the limits are refused', async () => {
  const names = Array.from({ length: 1_001 }, (_, i) => `c${i}`)
  expect(await refusal({ name: 'w.csv', bytes: utf8(`${names.join(',')}\n`) })).toContain(
    '1001 columns; at most 1000',
  )
  const wideRow = { prompt: 'p', ...Object.fromEntries(names.map(name => [name, 1])) }
  expect(await refusal({ name: 'w.json', bytes: utf8(JSON.stringify([wideRow])) })).toContain('at most 1000')
  const many = Array.from({ length: 65 }, (_, i) => `m${i}`)
  expect(await refusal(...writeLog(testLog(50, many), 'wide csv'))).toContain('65 LLMs have a score; 2 to 64')
  expect(await refusal(...writeLog(testLog(50, many), 'long csv'))).toContain('more than 64 LLMs')
  const csv = `prompt,a_score,a_cost,b_score,b_cost\n${'p,1,1,0,1\n'.repeat(50_001)}`
  expect(await refusal({ name: 'l.csv', bytes: utf8(csv) })).toContain('50,001 prompts; at most 50,000')
  const large = new Uint8Array(100_000_001).fill(65)
  expect(await refusal({ name: 'l.csv', bytes: large })).toContain('101 MB; at most 100 MB')
})

test('a Parquet file whose pages claim to unpack to gigabytes is refused', async () => {
  const bytes = parquet(
    ['prompt', 'model', 'score', 'cost'],
    Array.from({ length: 120 }, (_, i) => [`P ${i >> 1}`, 'ab'[i % 2], 1, 1]),
  )
  // A page header says its unpacked size right after its type: field 2, a zigzag varint. Make it 1.9 GB.
  const claims = Array.from(bytes.keys()).filter(
    i => i < 2_000 && bytes[i] === 0x15 && bytes[i + 1] === 0x00 && bytes[i + 2] === 0x15,
  )
  expect(claims.length).toBeGreaterThan(0)
  const at = claims[0] + 3
  let width = 1
  while (bytes[at + width - 1] >= 0x80) width++
  const forged = new Uint8Array([
    ...bytes.slice(0, at),
    0xfe,
    0xff,
    0xff,
    0xff,
    0x0e,
    ...bytes.slice(at + width),
  ])
  expect(await refusal({ name: 'bomb.parquet', bytes: forged })).toMatch(
    /unpacks to more than 600 MB|cannot be read as Parquet/,
  )
})

test('random bytes are refused in words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a.parquet', 'a'),
      async (bytes, name) => {
        expect(await refusal({ name, bytes })).not.toBe('')
      },
    ),
    { numRuns: 400, seed: 2 },
  )
})

/**
 * Parquet files are only cut short here: a forged run length inside a page keeps the library busy in its worker for
 * minutes. The page stays alive meanwhile, and Cancel ends it.
 */
test.each(FORMS)('%s: a byte changed, cut or doubled anywhere is read or refused in words', async form => {
  const files = writeLog(testLog(50), form)
  const ways = form.endsWith('parquet') ? ['cut'] : ['change', 'cut', 'double']
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(255), fc.constantFrom(...ways), async (place, byte, way) => {
      const [{ name, bytes }, ...rest] = files
      const at = place % bytes.length
      const spoilt =
        way === 'cut'
          ? bytes.slice(0, at)
          : way === 'double'
            ? new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at >> 1)])
            : bytes.with(at, byte)
      expect(typeof (await refusal({ name, bytes: spoilt }, ...rest))).toBe('string')
    }),
    { numRuns: 60, seed: 3 },
  )
})
