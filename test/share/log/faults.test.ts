/** What is wrong with a log is handled or refused, with row numbers. A CSV's header is row 1. */
import { expect, test } from 'vitest'
import { type Message, message, Problem, problem } from '../../../src/core/messages/message.ts'
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

async function problemsOf(files: Parameters<typeof readLogFiles>[0]): Promise<readonly Message[]> {
  const error: unknown = await readLogFiles(files).catch(reason => reason)
  if (!(error instanceof Problem)) throw new Error(`not refused: ${String(error)}`)
  return error.said
}

/** All of these rows, no more than are kept by number. */
const rowList = (...first: readonly number[]) => ({ count: first.length, first })

test('rows with an empty cell or NaN are left out and counted', async () => {
  const log = await readLogFiles(
    wide(rows => {
      rows[1][2] = ''
      rows[4][5] = 'NaN'
      rows[6][0] = '  '
      rows[7].pop()
      rows[8].push(1)
      rows[9].push('')
    }),
  )
  expect(log.texts).toHaveLength(55)
  expect(log.notes).toEqual([
    message('rows-with-gaps', { rows: rowList(3, 6, 9) }),
    message('rows-without-prompt', { rows: rowList(8) }),
    message('ragged-rows', { rows: rowList(10) }),
  ])
})

test('a log of which more than half is incomplete is refused', async () => {
  const files = wide(rows => {
    for (let i = 0; i < 31; i++) rows[i][3] = ''
  })
  expect(await problemsOf(files)).toEqual([
    message('few-complete-prompts', { complete: 29, prompts: 60 }),
    message('rows-with-gaps', { rows: { count: 31, first: [2, 3, 4, 5, 6] } }),
  ])
})

test.each([
  ['-0.01', 'costs-out-of-range'],
  ['inf', 'costs-out-of-range'],
  ['free', 'not-numbers'],
  ['0.5 each', 'not-numbers'],
  ['€0.5/$0.6', 'not-numbers'],
] as const)('a cost of %s refuses the log', async (cost, code) => {
  const files = wide(rows => {
    rows[0][3] = cost
    rows[3][3] = cost
  })
  expect(await problemsOf(files)).toEqual([message(code, { column: 'a|total_cost', rows: rowList(2, 5) })])
})

test('a score below 0 or beyond every scale refuses the log', async () => {
  for (const score of [-0.1, 101]) {
    const scale = 1
    expect(await problemsOf(wide(rows => rows[9].splice(2, 1, score)))).toEqual([
      message('scores-out-of-range', { column: 'a', rows: rowList(11), scale }),
    ])
  }
})

test.each([
  [85, 100],
  [9, 10],
  [4, 5],
])('scores up to %i are guessed to be on a scale to %i, and said to be', async (top, scale) => {
  const log = await readLogFiles(wide(rows => rows[0].splice(2, 1, top)))
  expectAllClose(log.score.slice(0, 2), [top / scale, 0])
  expect(log.notes).toEqual([message('scores-scaled', { scale, from: 0, to: top })])
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
  expect(await problemsOf([log])).toEqual([message('price-unknown', { llms: ['a', 'b'] })])
  const models = [
    { id: 'maker/a', price_in_per_1k: 0.001, price_out_per_1k: 0.01 },
    { id: 'b', price_in_per_1k: 0.002, price_out_per_1k: 0.02 },
  ]
  const priced = await readLogFiles([log, { name: 'models.json', bytes: utf8(JSON.stringify(models)) }])
  expectAllClose(priced.costUsd.slice(0, 2), [(50 + 1000) / 1e6, (2 * 50 + 20 * 200) / 1e6], { rtol: 1e-12 })
  expect(priced.notes).toEqual([message('costs-from-tokens', {})])
})

test('a price that is no number is refused, never taken for 0', async () => {
  const models = { name: 'models.csv', bytes: utf8('id,price_in,price_out\na,cheap,1\nb,1,1\n') }
  expect(await problemsOf([...wide(), models])).toEqual([message('price-out-of-range', { row: 2, llm: 'a' })])
})

test('prompts that repeat are kept and said', async () => {
  const { notes, texts } = await readLogFiles(wide(rows => rows[5].splice(0, 1, 'Prompt 0')))
  expect([texts.length, notes]).toEqual([60, [message('prompts-repeat', { prompts: 1 })]])
})

test('in a long table a prompt and LLM that repeat are averaged', async () => {
  const log = await readLogFiles(long(rows => rows.push(['Prompt 0', 'a', 0, 0.03])))
  expectAllClose([log.score[0], log.costUsd[0]], [0.5, 0.02])
  expect(log.notes).toEqual([message('outcomes-averaged', { rows: 1 })])
})

test('in a long table a prompt that not every LLM answered is left out', async () => {
  const log = await readLogFiles(long(rows => rows.splice(3, 1)))
  expect(log.texts).not.toContain('Prompt 1')
  expect(log.notes).toEqual([message('prompts-without-all-llms', { rows: rowList(4) })])
})

test('without an LLM that answered few prompts more are complete: that is offered, and can be chosen', async () => {
  const files = long(rows => rows.push(['Prompt 0', 'rare', 1, 1]))
  const offer = message('leave-llm-out', { llms: ['rare'], prompts: 60 })
  expect(await problemsOf(files)).toEqual([
    message('few-complete-prompts', { complete: 1, prompts: 60 }),
    offer,
  ])
  const { guess, read } = await openLogFiles(files)
  const log = await read({ ...guess, without: ['rare'] })
  expect([log.texts.length, log.llms.map(llm => llm.id)]).toEqual([60, ['a', 'b']])
  expect(log.notes).toEqual([message('llms-left-out', { llms: ['rare'] })])
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
  expect(log.notes).toEqual([
    message('family-before-slash', {}),
    message('families-merged', { families: 500, merged: 245, into: 'other', most: 256 }),
  ])
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
  ['49 prompts', wide(rows => rows.splice(49)), message('too-few-prompts', { prompts: 49, fewest: 50 })],
  [
    'one LLM',
    wide(rows => rows.map(row => row.splice(4, 2)), NAMES.slice(0, 4)),
    message('one-llm', { llm: 'a' }),
  ],
  [
    'a header alone',
    [{ name: 'h.csv', bytes: utf8(NAMES.join(',')) }],
    message('log-without-rows', { name: 'h.csv' }),
  ],
  [
    'no header',
    wide(rows => rows.splice(0, 1, [1, 2, 3, 4, 5, 6]), ['1', '2', '3', '4', '5', 'x']),
    message('header-missing', { name: 'log.csv' }),
  ],
  [
    'no costs',
    wide(() => {}, ['prompt', 'task', 'a_score', 'x', 'b_score', 'y']),
    message('cost-missing', { llms: ['a', 'b'] }),
  ],
])('%s: said so', async (_, files, said) => {
  expect(await problemsOf(files)).toContainEqual(said)
})

test('a prompt column with a number for its name is read', async () => {
  const log = await readLogFiles(wide(() => {}, ['7', 'task', 'a', 'a|cost', 'b', 'b|cost']))
  expect(log.texts[0]).toBe('Prompt 0')
})

test('what the columns mean can be corrected', async () => {
  const files = wide(() => {}, ['words', 'kind', 'x1', 'x2', 'x3', 'x4'])
  const { guess, read } = await openLogFiles(files)
  await expect(read(guess)).rejects.toThrow(Problem)
  const roles = ['prompt', 'family', 'score', 'cost', 'score', 'cost'] as const
  const log = await read({
    ...guess,
    columns: roles.map((role, i) => ({ role, llm: i < 2 ? '' : i < 4 ? 'one' : 'two' })),
  })
  expect(log.llms.map(llm => llm.id)).toEqual(['one', 'two'])
  await expect(read({ ...guess, columns: [] })).rejects.toThrow(
    problem('columns-miscounted', { name: 'log.csv', roles: 0, columns: 6 }),
  )
})

test('lists of another length than the models list are refused', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({ prompt: `P ${i}`, score: [1, 0, 1], cost: [1, 1, 1] }))
  const json = JSON.stringify({ models: ['a', 'b'], rows })
  expect(await problemsOf([{ name: 'l.json', bytes: utf8(json) }])).toEqual([
    message('scores-unlike-models', { models: 2, scores: 3 }),
  ])
})

test('a list shorter in one row is a missing cell', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    prompt: `P ${i}`,
    score: i === 7 ? [1] : [1, 0],
    cost: [1, 1],
  }))
  const log = await readLogFiles([{ name: 'l.json', bytes: utf8(JSON.stringify(rows)) }])
  expect(log.notes).toEqual([message('rows-with-gaps', { rows: rowList(8) })])
  expect(log.llms.map(llm => llm.name)).toEqual(['LLM 1', 'LLM 2'])
})

test('several files make one log: parts of it, or one an LLM, named after its file', async () => {
  const [{ bytes }] = wide()
  const [{ bytes: more }] = wide(rows => {
    rows.forEach((row, i) => {
      row[0] = `More ${i}`
    })
  })
  const both = await readLogFiles([
    { name: 'part-1.csv', bytes },
    { name: 'part-2.csv', bytes: more },
  ])
  expect([both.texts.length, both.source]).toEqual([120, 'part-1.csv, part-2.csv'])
  const rows = Array.from({ length: 60 }, (_, i) => [`Prompt ${i}`, 1, 0.01 + i])
  const one = (name: string) => ({ name, bytes: utf8(delimited(['prompt', 'score', 'cost'], rows, ',')) })
  const { llms } = await readLogFiles([one('run_gpt-4_eval.csv'), one('run_gpt-5_eval.csv')])
  expect(llms.map(({ id }) => id)).toEqual(['gpt-4', 'gpt-5'])
  expect(await problemsOf([one('run_gpt-4_eval.csv')])).toEqual([
    message('one-llm', { llm: 'run_gpt-4_eval.csv' }),
  ])
})

test('no log at all, or two lists of LLMs, are refused', async () => {
  const list = { name: 'models.csv', bytes: utf8('id,price_in,price_out\na,1,1\nb,1,1\n') }
  expect(await problemsOf([list, ...wide(), { ...list, name: 'prices.csv' }])).toEqual([
    message('one-log-expected', {}),
  ])
  expect(await problemsOf([])).toEqual([message('one-log-expected', {})])
})
