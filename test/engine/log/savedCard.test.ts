import * as v from 'valibot'
import { expect, expectTypeOf, test } from 'vitest'
import type { LogCardMessages, LogNotes } from '../../../src/core/messages/log.ts'
import { message } from '../../../src/core/messages/message.ts'
import { SavedCardText } from '../../../src/engine/log/savedCard.ts'

test('whatever is noted of a log may stand on the card of a kept one', () => {
  type Saved = Exclude<v.InferOutput<typeof SavedCardText>, string>
  expectTypeOf<Saved['code']>().toEqualTypeOf<keyof LogNotes | keyof LogCardMessages>()
})

test.each([
  'A sentence of an earlier version.',
  message('log-card-replay', {}),
  message('rows-with-gaps', { rows: { count: 3, first: [1, 2, 3] } }),
])('%j comes back', text => {
  expect(v.parse(SavedCardText, structuredClone(text))).toEqual(text)
})

test.each([
  { code: 'rows-with-gaps', params: {} },
  { code: 'rows-with-gaps', params: { rows: { count: -1, first: [] } } },
  { code: 'no-such-code', params: {} },
  { code: 'log-card-replay' },
  7,
])('%j is damaged', text => {
  expect(v.is(SavedCardText, text)).toBe(false)
})
