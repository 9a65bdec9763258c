/** What a log is read as, without encoding or training; as the command says it. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkLog } from '../../../src/cli/evaluate/check.ts'
import { BadInput, parseOptions, Refused } from '../../../src/cli/evaluate/options.ts'
import { errorText } from '../../../src/core/messages/message.ts'

const CASES = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url))

function check(names: string, json = true): Promise<string> {
  const files = names.split(' ').map(name => CASES + name)
  const { log } = parseOptions(['--log', ...files, '--check'])
  if (log === null) throw new Error('A log was given.')
  return checkLog(log, json)
}

test('the report has sizes, names, the first prompts, means and what the encoder can make of the texts', async () => {
  const report: unknown = JSON.parse(await check('01-excel-uppercase-booleans.csv'))
  expect(report).toMatchObject({
    format: 'CSV',
    n: 60,
    k: 3,
    llms: ['tiny', 'mid', 'big'],
    families: [
      { name: 'facts', n: 20 },
      { name: 'sums', n: 20 },
      { name: 'words', n: 20 },
    ],
    first: [
      { text: /kettles/, score: [0, 1, 1], costUsd: [0.0000659, 0.0007735, 0.0147798] },
      { text: /ladder/, score: [1, 0, 1], costUsd: [0.0000725, 0.0008345, 0.0164538] },
    ].map(({ text, ...numbers }) => ({ ...numbers, text: expect.stringMatching(text) })),
    cut: 0,
    unknown: 0,
    sharedEmbeddings: 0,
    notes: [],
  })
})

test('long prompts are read to their end, and unknown ones are said to be all alike', async () => {
  expect(JSON.parse(await check('46-five-shot-prompts.csv'))).toMatchObject({
    cut: 0,
    sharedEmbeddings: 0,
    notes: [expect.stringMatching(/^60 prompts .*overlapping windows/)],
  })
  expect(JSON.parse(await check('47-thai-prompts.csv'))).toMatchObject({
    unknown: 100,
    sharedEmbeddings: 100,
  })
  expect(JSON.parse(await check('48-long-system-prompt-json-input.csv'))).toMatchObject({
    sharedEmbeddings: 0,
  })
})

test('a refusal tells the problem, the rows and what to do', async () => {
  const refused: unknown = await check('65-one-llm-answered-few-long.csv').catch(error => error)
  expect(refused).toBeInstanceOf(Refused)
  expect(JSON.parse(errorText(refused))).toEqual({
    problem: 'Only 10 of 60 prompts have an outcome of every LLM.',
    rows: [],
    advice: 'Leave out newcomer, and 60 prompts have an outcome of every other LLM.',
  })
  const sentinel: unknown = await check('50-minus-one-cost-sentinel.csv').catch(error => error)
  expect(JSON.parse(errorText(sentinel))).toMatchObject({ rows: [30], advice: expect.stringMatching(/./) })
})

test('in words a report has no braces, and a refusal is one line', async () => {
  expect(await check('01-excel-uppercase-booleans.csv', false)).toMatch(
    /^CSV: 60 prompts x 3 LLMs: tiny, mid, big\.\n/,
  )
  const refused: unknown = await check('32-reward-model-scores-negative.csv', false).catch(error => error)
  expect(refused).toBeInstanceOf(BadInput)
  expect(errorText(refused)).toMatch(/-7\.975 to 5\.957[^\n]*$/)
})
