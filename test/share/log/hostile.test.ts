/** Files that mean harm, or are broken: a problem comes back, never anything else. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Message, type MessageCode, message, Problem } from '../../../src/core/messages/message.ts'
import { type LogFile, readLogFiles } from '../../../src/share/log/read.ts'
import { FORMS, parquet, testLog, utf8, writeLog } from '../../fixtures/logTables.ts'

const CORPUS = new URL('../../fixtures/logs/', import.meta.url)

/** Reads and returns what the refusal says; nothing when it was read. Anything else thrown fails the test. */
async function refusal(...files: LogFile[]): Promise<readonly Message[]> {
  try {
    await readLogFiles(files)
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.said
  }
}

/** What the first message of each file's refusal is. */
const EXPECTED: Readonly<Record<string, readonly [code: MessageCode, params: object]>> = {
  'bad-utf8.csv': ['too-few-prompts', { prompts: 2 }],
  'binary.csv': ['file-kind-not-read', { kind: 'unknown-binary' }],
  'broken-line.jsonl': ['json-broken', { line: 2 }],
  'empty.csv': ['log-file-empty', {}],
  'empty.json': ['log-without-rows', {}],
  'gzip.csv': ['log-without-rows', {}],
  'half.parquet': ['parquet-not-read', {}],
  'magic-only.parquet': ['parquet-not-read', {}],
  'nan.jsonl': ['too-few-prompts', { prompts: 1 }],
  'no-list.json': ['json-without-rows', { lists: 0 }],
  'page.csv': ['file-kind-not-read', { kind: 'markup' }],
  'picture.csv': ['file-kind-not-read', { kind: 'picture' }],
  'proto.json': ['score-column-needed', {}],
  'scalars.json': ['json-row-not-an-object', { row: 1 }],
  'sheet.xlsx': ['file-kind-not-read', { kind: 'zip' }],
  'spaces.csv': ['log-file-empty', {}],
  'stray-quote.csv': ['quotes-broken', { row: 2, fault: 'not-doubled' }],
  'unclosed-quote.csv': ['quotes-broken', { row: 2, fault: 'unclosed' }],
}

test('every file of the corpus has an expectation', () => {
  expect(readdirSync(CORPUS).sort()).toEqual(Object.keys(EXPECTED).sort())
})

test.each(Object.entries(EXPECTED))('%s is refused: %s', async (name, [code, params]) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, CORPUS)))
  expect((await refusal({ name, bytes }))[0]).toMatchObject({ code, params })
})

test('keys that would poison a prototype are columns like any other', async () => {
  const rows = testLog().rows.map(({ prompt, score, cost }) => ({ prompt, score, cost }))
  const json = JSON.stringify(rows).replaceAll(
    '"prompt"',
    '"__proto__":{"polluted":1},"constructor":2,"prompt"',
  )
  expect(await refusal({ name: 'p.json', bytes: utf8(json) })).toEqual([])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('JSON nested a hundred thousand deep is left aside or refused', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect(await refusal({ name: 'd.json', bytes: utf8(deep) })).not.toEqual([])
  const rows = JSON.stringify(testLog().rows).replaceAll(
    '"prompt"',
    `"deep":${'['.repeat(900)}${']'.repeat(900)},"prompt"`,
  )
  expect(await refusal({ name: 'd.json', bytes: utf8(rows) })).toEqual([])
})

test('a prompt of two million characters refuses the log, with its row', async () => {
  const log = testLog()
  const rows = log.rows.map((row, i) => (i === 3 ? { ...row, prompt: 'x'.repeat(2_000_000) } : row))
  expect(await refusal(...writeLog({ ...log, rows }, 'wide csv'))).toEqual([
    message('prompts-too-long', { rows: { count: 1, first: [5] }, most: 1_000_000 }),
  ])
})

test('more columns, LLMs, prompts or bytes than the limits are refused', async () => {
  const names = Array.from({ length: 1_001 }, (_, i) => `c${i}`)
  expect(await refusal({ name: 'w.csv', bytes: utf8(`${names.join(',')}\n`) })).toEqual([
    message('too-many-columns', { name: 'w.csv', columns: 1_001, most: 1_000 }),
  ])
  const wideRow = { prompt: 'p', ...Object.fromEntries(names.map(name => [name, 1])) }
  expect(await refusal({ name: 'w.json', bytes: utf8(JSON.stringify([wideRow])) })).toEqual([
    message('too-many-columns', { name: 'w.json', columns: 1_001, most: 1_000 }),
  ])
  const many = Array.from({ length: 65 }, (_, i) => `m${i}`)
  expect(await refusal(...writeLog(testLog(50, many), 'wide csv'))).toEqual([
    message('scored-llms-out-of-bounds', { llms: 65, fewest: 2, most: 64 }),
  ])
  expect(await refusal(...writeLog(testLog(50, many), 'long csv'))).toMatchObject([
    { code: 'too-many-llms', params: { most: 64 } },
  ])
  const csv = `prompt,a_score,a_cost,b_score,b_cost\n${'p,1,1,0,1\n'.repeat(50_001)}`
  expect(await refusal({ name: 'l.csv', bytes: utf8(csv) })).toEqual([
    message('too-many-prompts', { prompts: 50_001, most: 50_000 }),
  ])
  const large = new Uint8Array(100_000_001).fill(65)
  expect(await refusal({ name: 'l.csv', bytes: large })).toEqual([
    message('log-file-too-large', { name: 'l.csv', bytes: 100_000_001, mostBytes: 100_000_000 }),
  ])
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
  const [said] = await refusal({ name: 'bomb.parquet', bytes: forged })
  expect(['unpacks-too-large', 'parquet-not-read']).toContain(said.code)
})

test('random bytes are refused with a problem', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.csv', 'a.tsv', 'a.json', 'a.jsonl', 'a.parquet', 'a'),
      async (bytes, name) => {
        expect(await refusal({ name, bytes })).not.toEqual([])
      },
    ),
    { numRuns: 400, seed: 2 },
  )
})

/**
 * Parquet files are only cut short here: a forged run length inside a page keeps the library busy in its worker for
 * minutes. The page stays alive meanwhile, and Cancel ends it.
 */
test.each(FORMS)(
  '%s: a byte changed, cut or doubled anywhere is read or refused with a problem',
  async form => {
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
        await refusal({ name, bytes: spoilt }, ...rest)
      }),
      { numRuns: 60, seed: 3 },
    )
  },
)
