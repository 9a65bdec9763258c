/** Logs in the shapes and with the accidents that people really have: the right numbers, or a refusal that helps. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesOf } from '../../../src/core/messages/message.ts'
import { readLogFiles } from '../../../src/share/log/read.ts'
import { createWording } from '../../../src/ui/words/words.ts'
import { expectAllClose } from '../../close.ts'
import { caseFiles, LOG_CASES, type Refused, type RightValues } from '../../fixtures/logCases.ts'

/** Cases that are not read as they should be. One that is mended must leave this list. */
const KNOWN_WRONG: readonly string[] = []

const { sayAll } = createWording('en')

async function check(names: string, right: RightValues | Refused): Promise<void> {
  const read = await readLogFiles(caseFiles(names)).catch((error: unknown) => messagesOf(error))
  if ('refused' in right) {
    if (!Array.isArray(read)) throw new Error('It was read.')
    expect(read.map(({ code }) => code)).toEqual(expect.arrayContaining([...right.refused]))
    for (const words of right.says ?? []) expect(sayAll(read)).toMatch(words)
    if (right.rows) expect(read[0].params).toMatchObject({ rows: { first: right.rows } })
    return
  }
  if (!('texts' in read)) throw new Error(sayAll(read))
  expect(read.llms.map(llm => llm.id)).toEqual(right.llms)
  expect(read.texts).toHaveLength(right.n)
  expect(read.texts[0].endsWith(right.ends), read.texts[0]).toBe(true)
  expect(new Set(read.texts).size).toBe(right.texts ?? right.n)
  const k = right.llms.length
  expectAllClose(read.score.slice(0, right.score.length * k), right.score.flat(), { atol: 1e-12 })
  expectAllClose(read.costUsd.slice(0, right.costUsd.length * k), right.costUsd.flat(), { rtol: 1e-9 })
  const mean = (arm: number) => read.score.reduce((sum, s, i) => sum + (i % k === arm ? s : 0), 0) / right.n
  expectAllClose(
    right.llms.map((_, arm) => mean(arm)),
    right.meanScore ?? right.llms.map((_, arm) => mean(arm)),
    {
      atol: 1e-9,
    },
  )
  const families = Object.fromEntries(read.families.map(({ name, prompts }) => [name, prompts]))
  if (right.families) expect(families).toEqual(right.families)
  const notes = read.notes.map(({ code }) => code)
  if (right.notes) expect(notes).toEqual(expect.arrayContaining([...right.notes]))
}

test.each(Object.entries(LOG_CASES))('%s', async (names, right) => {
  if (KNOWN_WRONG.includes(names)) await expect(check(names, right)).rejects.toThrow()
  else await check(names, right)
})

test('every file is part of a case', () => {
  const files = readdirSync(new URL('../../fixtures/cases/', import.meta.url))
  expect([...new Set(Object.keys(LOG_CASES).flatMap(names => names.split(' ')))].sort()).toEqual(files.sort())
})
