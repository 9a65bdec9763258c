import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import { createWording, languageOf } from '../../../src/ui/words/words.ts'

const en = createWording('en')

test('numbers, dollars and days are written as the language writes them', () => {
  expect(en.count(12_345.4)).toBe('12,345')
  expect(en.figure(0.123456, 3)).toBe('0.123')
  expect(en.decimals(0.1, 2)).toBe('0.10')
  expect(en.usd(0.043, 3)).toBe('$0.043')
  expect(en.day(Date.UTC(2026, 10, 26, 12))).toBe('Nov 26, 2026')
})

test('several messages are sentences one after the other', () => {
  const said = [message('foreign', { detail: 'Out of memory.' }), message('no-log-open', {})]
  expect(en.sayAll(said)).toBe('Out of memory. No log is open.')
})

test.each(['en', 'en-GB', 'EN-us', '', 'xx', 'tlh-Latn'])(
  'the page in %j speaks a language there is',
  tag => {
    expect(languageOf(tag)).toBe('en')
  },
)
