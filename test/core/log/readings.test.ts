import { expect, test } from 'vitest'
import { countReadings, noteReadings, type TextReading } from '../../../src/core/log/readings.ts'
import { message } from '../../../src/core/messages/message.ts'

const text = (key: string, more: Partial<TextReading> = {}): TextReading => ({
  key,
  windows: 1,
  truncated: false,
  unknown: false,
  ...more,
})

test('texts that the encoder can tell apart are worth no word', () => {
  expect(noteReadings(countReadings([text('a'), text('b')]))).toEqual([])
})

test('long, cut, unknown and shared ones are counted, texts and not pairs', () => {
  const counts = countReadings([
    ...['a', 'a', 'a', 'b', 'b', 'c'].map(key => text(key, { unknown: key === 'a' })),
    text('d', { windows: 3 }),
    text('e', { windows: 16, truncated: true }),
  ])
  expect(noteReadings(counts)).toEqual([
    message('prompts-in-windows', { prompts: 2, windows: 19 }),
    message('prompts-cut', { prompts: 1 }),
    message('prompts-unknown', { prompts: 3 }),
    message('embeddings-shared', { prompts: 5, of: 8, embeddings: 2 }),
  ])
})
