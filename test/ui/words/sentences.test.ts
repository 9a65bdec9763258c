/** What every message says in English: the wording of today does not change by accident. */
import { expect, test } from 'vitest'
import { type MessageCode, type MessageParams, message } from '../../../src/core/messages/message.ts'
import { createWording } from '../../../src/ui/words/words.ts'
import { deviceSentences } from './en/device.ts'
import { encoderSentences } from './en/encoder.ts'
import type { Examples } from './en/examples.ts'
import { fileSentences } from './en/files.ts'
import { formatSentences } from './en/formats.ts'
import { logSentences } from './en/log.ts'
import { settingSentences } from './en/settings.ts'
import { trainingSentences } from './en/training.ts'
import { viewSentences } from './en/view.ts'
import { worldSentences } from './en/worlds.ts'

const SENTENCES: Examples<MessageParams> = {
  foreign: [{ detail: 'Out of memory.' }, 'Out of memory.'],
  ...deviceSentences,
  ...encoderSentences,
  ...fileSentences,
  ...formatSentences,
  ...logSentences,
  ...settingSentences,
  ...trainingSentences,
  ...viewSentences,
  ...worldSentences,
}

const { say } = createWording('en')
const codes = Object.keys(SENTENCES).filter((code): code is MessageCode => Object.hasOwn(SENTENCES, code))

test.each(codes)('%s', code => {
  const [params, sentence] = SENTENCES[code]
  expect(say(message(code, params))).toBe(sentence)
})
