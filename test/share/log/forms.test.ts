/** A log comes through every form unchanged. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleLog } from '../../../src/share/log/example.ts'
import { openLogFiles, readLogFiles } from '../../../src/share/log/read.ts'
import { expectAllClose } from '../../close.ts'
import { FORMS, type TestLog, testLog, utf8, writeLog } from '../../fixtures/logTables.ts'

async function expectSame(log: TestLog, files: ReturnType<typeof writeLog>) {
  const read = await readLogFiles(files)
  expect(read.texts).toEqual(log.rows.map(row => row.prompt))
  expect(read.llms.map(llm => llm.id)).toEqual(log.llms)
  expect(Array.from(read.family, f => read.families[f].name)).toEqual(log.rows.map(row => row.task))
  expectAllClose(
    read.score,
    log.rows.flatMap(row => row.score),
    { atol: 1e-12 },
  )
  expectAllClose(
    read.costUsd,
    log.rows.flatMap(row => row.cost),
    { atol: 1e-15 },
  )
  return read
}

test.each(FORMS)('%s: prompts, LLMs, families, scores and costs come back as they went in', async form => {
  const { notes } = await expectSame(testLog(), writeLog(testLog(), form))
  expect(notes).toEqual([])
})

test('a models list gives the prices, beside the log or inside it', async () => {
  for (const form of ['lists json', 'lists jsonl'] as const) {
    const { llms } = await readLogFiles(writeLog(testLog(), form))
    expect(llms.map(llm => [llm.priceInUsdPerMillion, llm.priceOutUsdPerMillion])).toEqual([
      [0, 0],
      [1, 2],
      [2, 4],
    ])
    expect(llms[1].name).toBe('llama-2')
  }
})

/** Texts that break careless readers: separators, quotes, line ends, marks, words that mean nothing. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '__proto__',
      'NaN',
      'null',
      'constructor',
      '=1+1',
      '1.50',
      '"',
      ',;\t',
      'a\nb',
      '\uFEFFx',
      '{}',
    ),
  )
  // What no reader keeps: spaces alone, a carriage return before a line end, half of a pair.
  .map(value => value.replace(/\r/g, '').replace(/^[\s\0]*$/, 'blank'))

const logs = fc
  .tuple(
    fc.uniqueArray(text, { minLength: 50, maxLength: 60 }),
    fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9./-]{0,11}[a-z0-9]$/), { minLength: 2, maxLength: 5 }),
    fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(
    ([prompts, llms, numbers]): TestLog => ({
      llms,
      rows: prompts.map((prompt, i) => ({
        prompt: `p ${prompt}`,
        task: `t${i % 3}`,
        score: llms.map(() => numbers.next().value),
        cost: llms.map(() => numbers.next().value),
      })),
    }),
  )

test.each(FORMS)('%s: whatever the prompts hold', async form => {
  await fc.assert(
    fc.asyncProperty(logs, async log => {
      await expectSame(log, writeLog(log, form))
    }),
    { numRuns: 15, seed: 1 },
  )
})

test('a byte order mark, carriage returns and UTF-16 change nothing', async () => {
  const [{ bytes }] = writeLog(testLog(), 'wide csv')
  const csv = new TextDecoder().decode(bytes)
  const wide = Buffer.from(`\uFEFF${csv}`, 'utf16le')
  for (const same of [utf8(`\uFEFF${csv}`), utf8(csv.replaceAll('\n', '\r\n')), new Uint8Array(wide)]) {
    await expectSame(testLog(), [{ name: 'log.csv', bytes: same }])
  }
})

test('blank lines are no rows', async () => {
  const [{ bytes }] = writeLog(testLog(), 'long csv')
  const read = await readLogFiles([{ name: 'a.csv', bytes: utf8(`${new TextDecoder().decode(bytes)}\n\n`) }])
  expect(read.notes).toEqual([])
})

test.each(['wide', 'long', 'lists'] as const)(
  'the %s example of the page is read without a note',
  async form => {
    const { name, text } = exampleLog(form)
    const read = await readLogFiles([{ name, bytes: utf8(text) }])
    expect([read.texts.length, read.llms.map(llm => llm.name), read.notes]).toEqual([
      72,
      ['small', 'medium', 'large'],
      [],
    ])
  },
)

test('the preview tells format, rows and values before anything is kept', async () => {
  const { preview } = await openLogFiles(writeLog(testLog(), 'wide tsv'))
  expect([preview.format, preview.rows, preview.models]).toEqual(['RouterBench, TSV', 60, []])
  const score = preview.columns.find(column => column.name === 'gpt-4')
  expect(score).toMatchObject({ filled: 60, numeric: 60 })
  expect(score?.max).toBeLessThanOrEqual(1)
  expect(preview.columns[1].samples[0]).toMatch(/^Question 0/)
})
