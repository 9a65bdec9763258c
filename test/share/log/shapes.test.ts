/** Every known shape is recognised by its own sample alone, and read whole. */
import { expect, test } from 'vitest'
import { messagesOf } from '../../../src/core/messages/message.ts'
import { openLogFiles, readLogFiles } from '../../../src/share/log/read.ts'
import { SAMPLE } from '../../../src/share/log/shapes/sample.ts'
import type { Shape } from '../../../src/share/log/shapes/shape.ts'
import { SHAPES } from '../../../src/share/log/shapes/shapes.ts'
import { expectAllClose } from '../../close.ts'
import { utf8 } from '../../fixtures/logTables.ts'

const filesOf = ({ sample }: Shape) => sample().map(({ name, text }) => ({ name, bytes: utf8(text) }))
const readable = SHAPES.filter(({ name }) => name !== 'Chatbot Arena')

test.each(readable)('$name: its sample is recognised and read', async shape => {
  const { preview } = await openLogFiles(filesOf(shape))
  expect(preview.format.split(', ')[0]).toBe(shape.name)
  const log = await readLogFiles(filesOf(shape))
  expect(log.llms.map(llm => llm.id)).toEqual(['tiny', 'mid', 'big'])
  expect(log.texts.map(text => text.replace(/^Question: /, ''))).toEqual(SAMPLE.map(({ text }) => text))
  expectAllClose(
    log.score,
    SAMPLE.flatMap(({ answers }) => answers.map(({ score }) => score)),
  )
  const prices = [
    [0.2, 0.4],
    [1, 3],
    [3, 15],
  ]
  const isCounted = log.notes.some(({ code }) => code === 'costs-from-tokens')
  expectAllClose(
    log.costUsd,
    SAMPLE.flatMap(({ answers }) =>
      answers.map(({ costUsd, tokensIn, tokensOut }, arm) =>
        isCounted ? (tokensIn * prices[arm][0] + tokensOut * prices[arm][1]) / 1e6 : costUsd,
      ),
    ),
    { rtol: 1e-9 },
  )
})

test('pairs with a winner are recognised, and refused in words', async () => {
  const arena = SHAPES.find(({ name }) => name === 'Chatbot Arena')
  if (!arena) throw new Error('It is gone.')
  const refused: unknown = await readLogFiles(filesOf(arena)).catch(error => error)
  expect(messagesOf(refused).map(({ code }) => code)).toEqual(['pairs-not-read'])
})
