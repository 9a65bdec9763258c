/** What is wrong with a log is handled or refused, with row numbers. A CSV's header is row 1. */
import { expect, test } from 'vitest'
import { LogProblem } from '../../../src/share/log/problem.ts'
import { openLogFiles, readLogFiles } from '../../../src/share/log/read.ts'
import { expectAllClose } from '../../close.ts'
import { delimited, utf8 } from '../../fixtures/logTables.ts'

type Rows = (string | number)[][]
const NAMES = ['prompt', 'task', 'a', 'a|total_cost', 'b', 'b|total_cost']

/** 60 good rows; `change` spoils some, by their place from 0. */
function wide(change: (rows: Rows) => void = () => {}, names = NAMES) {
  const rows: Rows = Array.from({ length: 60 }, (_, i) => [`Prompt ${i}`, 't', 1, 0.01, 0, 0.001])
  change(rows)
  return [{ name: 'log.csv', bytes: utf8(delimited(names, rows, ',')) }]
}

function long(change: (rows: Rows) => void = () => {}, names = ['prompt', 'model', 'score', 'cost']) {
  const rows: Rows = Array.from({ length: 120 }, (_, i) => [`Prompt ${i >> 1}`, 'ab'[i % 2], 1, 0.01])
  change(rows)
  return [{ name: 'log.csv', bytes: utf8(delimited(names, rows, ',')) }]
}

async function problemsOf(files: Parameters<typeof readLogFiles>[0]): Promise<string> {
  const error: unknown = await readLogFiles(files).catch(reason => reason)
  if (!(error instanceof LogProblem)) throw new Error(`not refused: ${String(error)}`)
  return error.problems.join(' ')
}

test('rows with an empty cell or NaN are left out and counted', async () => {
  const log = await readLogFiles(
    wide(rows => {
      rows[1][2] = ''
      rows[4][5] = 'NaN'
      rows[6][0] = '  '
      rows[7].pop()
      rows[8].push(1)
    }),
  )
  expect(log.texts).toHaveLength(55)
  expect(log.notes).toEqual([
    'Left out, because a cell is empty or NaN: rows 3 and 6.',
    'Left out, because the prompt is empty: row 8.',
    'Left out, because the row has another number of cells than the header: rows 9 and 10.',
  ])
})

test('a log of which more than half is incomplete is refused', async () => {
  const files = wide(rows => {
    for (let i = 0; i < 31; i++) rows[i][3] = ''
  })
  expect(await problemsOf(files)).toBe(
    '31 of 60 rows are incomplete: more than half. Left out, because a cell is empty or NaN: rows 2, 3, 4, 5, 6 and 26 more.',
  )
})

test.each([
  ['-0.01', 'Negative or infinite in “a|total_cost”: rows 2 and 5'],
  ['inf', 'Negative or infinite in “a|total_cost”: rows 2 and 5'],
  ['free', 'Not a number in “a|total_cost”: rows 2 and 5'],
  ['0,5', 'Not a number in “a|total_cost”: rows 2 and 5'],
])('a cost of %s refuses the log', async (cost, message) => {
  const files = wide(rows => {
    rows[0][3] = cost
    rows[3][3] = cost
  })
  expect(await problemsOf(files)).toContain(message)
})

test('a score below 0 or beyond every scale refuses the log', async () => {
  for (const score of [-0.1, 101]) {
    expect(await problemsOf(wide(rows => rows[9].splice(2, 1, score)))).toContain(
      'in “a”: row 11. Choose the scale',
    )
  }
})

test.each([
  [85, 100],
  [9, 10],
  [4, 5],
])('scores up to %i are guessed to be on a scale to %i, and said to be', async (top, scale) => {
  const log = await readLogFiles(wide(rows => rows[0].splice(2, 1, top)))
  expectAllClose(log.score.slice(0, 2), [top / scale, 0])
  expect(log.notes).toEqual([`Scores are divided by ${scale}: in the file they run from 0 to ${top}.`])
})

test('a scale can be corrected', async () => {
  const files = wide()
  const { guess, read } = await openLogFiles(files)
  expectAllClose((await read({ ...guess, scoreScale: 5 })).score.slice(0, 2), [0.2, 0])
})

test('token counts need prices, and with them become costs', async () => {
  const names = ['prompt', 'task', 'a', 'a_output_tokens', 'b', 'b_output_tokens', 'input_tokens']
  const [log] = wide(rows => {
    for (const row of rows) row.splice(3, 3, 100, 0, 200, 50)
  }, names)
  expect(await problemsOf([log])).toContain('a has token counts but no price: add a models list')
  const models = [
    { id: 'maker/a', price_in_per_1k: 0.001, price_out_per_1k: 0.01 },
    { id: 'b', price_in_per_1k: 0.002, price_out_per_1k: 0.02 },
  ]
  const priced = await readLogFiles([log, { name: 'models.json', bytes: utf8(JSON.stringify(models)) }])
  expectAllClose(priced.costUsd.slice(0, 2), [(50 + 1000) / 1e6, (2 * 50 + 20 * 200) / 1e6], { rtol: 1e-12 })
  expect(priced.notes).toEqual(['Costs are token counts at list price, not bills.'])
})

test('prompts that repeat are kept and said', async () => {
  const { notes, texts } = await readLogFiles(wide(rows => rows[5].splice(0, 1, 'Prompt 0')))
  expect([texts.length, notes]).toEqual([
    60,
    ['1 prompt repeats the text of an earlier one; they stay together in one split.'],
  ])
})

test('in a long table a prompt and LLM that repeat are averaged', async () => {
  const log = await readLogFiles(long(rows => rows.push(['Prompt 0', 'a', 0, 0.03])))
  expectAllClose([log.score[0], log.costUsd[0]], [0.5, 0.02])
  expect(log.notes).toEqual(['1 rows repeat a prompt and LLM; their means are used.'])
})

test('in a long table a prompt that not every LLM answered is left out', async () => {
  const log = await readLogFiles(long(rows => rows.splice(3, 1)))
  expect(log.texts).not.toContain('Prompt 1')
  expect(log.notes).toEqual(['Left out, because not every LLM answered the prompt that begins in row 4.'])
})

test('an LLM that answered few prompts is named', async () => {
  const files = long(rows => rows.push(['Prompt 0', 'rare', 1, 1]))
  expect(await problemsOf(files)).toContain('rare has the fewest: 1')
})

test('families beyond 256 are merged, the rarest first', async () => {
  const rows = Array.from({ length: 700 }, (_, i) => [
    `P ${i}`,
    i < 400 ? `f${i}` : `g${i % 100}/x`,
    1,
    1,
    0,
    1,
  ])
  const log = await readLogFiles([{ name: 'l.csv', bytes: utf8(delimited(NAMES, rows, ',')) }])
  expect(log.families).toHaveLength(256)
  expect(log.families.find(family => family.name === 'other')?.prompts).toBe(245)
  expect(log.families.reduce((sum, family) => sum + family.prompts, 0)).toBe(700)
  expect(log.notes.join(' ')).toMatch(/500 families; the 245 rarest are merged into “other”/)
  expect(log.notes.join(' ')).toMatch(/before the first slash/)
})

test('family names become ids that fit a link, none twice', async () => {
  const { families } = await readLogFiles(
    wide(rows => {
      rows[0][1] = 'A b!'
      rows[1][1] = 'a_b'
      rows[2][1] = '数学'
      rows[3][1] = ''
    }),
  )
  expect(families.map(({ id }) => id).sort()).toEqual(['a-b', 'a-b-2', 'all-prompts', 'family', 't'])
})

test.each([
  ['49 prompts', wide(rows => rows.splice(49)), '49 complete prompts; at least 50'],
  [
    'one LLM',
    wide(rows => rows.map(row => row.splice(4, 2)), NAMES.slice(0, 4)),
    '1 LLMs have a score; 2 to 64',
  ],
  ['a header alone', [{ name: 'h.csv', bytes: utf8(NAMES.join(',')) }], 'no rows'],
  [
    'no header',
    wide(rows => rows.splice(0, 1, [1, 2, 3, 4, 5, 6]), ['1', '2', '3', '4', '5', 'x']),
    'first row must name',
  ],
  ['no prompt', wide(() => {}, ['7', 'task', 'a', 'a|cost', 'b', 'b|cost']), null],
  ['no costs', wide(() => {}, ['prompt', 'task', 'a_score', 'x', 'b_score', 'y']), 'a has no cost'],
])('%s: said so', async (_, files, message) => {
  if (message === null) await readLogFiles(files)
  else expect(await problemsOf(files)).toContain(message)
})

test('what the columns mean can be corrected', async () => {
  const files = wide(() => {}, ['words', 'kind', 'x1', 'x2', 'x3', 'x4'])
  const { guess, read } = await openLogFiles(files)
  await expect(read(guess)).rejects.toThrow(LogProblem)
  const roles = ['prompt', 'family', 'score', 'cost', 'score', 'cost'] as const
  const log = await read({
    scoreScale: 1,
    columns: roles.map((role, i) => ({ role, llm: i < 2 ? '' : i < 4 ? 'one' : 'two' })),
  })
  expect(log.llms.map(llm => llm.id)).toEqual(['one', 'two'])
  await expect(read({ scoreScale: 1, columns: [] })).rejects.toThrow('0 columns are described')
})

test('lists of another length than the models list are refused', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ prompt: `P ${i}`, score: [1, 0, 1], cost: [1, 1, 1] }))
  const json = JSON.stringify({ models: ['a', 'b'], rows })
  expect(await problemsOf([{ name: 'l.json', bytes: utf8(json) }])).toContain(
    'The models list names 2 LLMs, but a row has 3 scores',
  )
})

test('a list shorter in one row is a missing cell', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    prompt: `P ${i}`,
    score: i === 7 ? [1] : [1, 0],
    cost: [1, 1],
  }))
  const log = await readLogFiles([{ name: 'l.json', bytes: utf8(JSON.stringify(rows)) }])
  expect(log.notes).toEqual(['Left out, because a cell is empty or NaN: row 8.'])
  expect(log.llms.map(llm => llm.name)).toEqual(['LLM 1', 'LLM 2'])
})

test('two logs, or three files, are refused', async () => {
  expect(await problemsOf([...wide(), ...wide()])).toContain('one log')
  expect(await problemsOf([])).toContain('one log')
})
