import { expect, test } from 'vitest'
import { message, messagesOf, Problem, problem } from '../../../src/core/messages/message.ts'

test('a problem says its messages, and survives being caught as unknown', () => {
  const said = [message('worker-stopped', { why: '' }), message('no-log-open', {})]
  const caught: unknown = new Problem(...said)
  expect(messagesOf(caught)).toEqual(said)
})

test('a problem keeps the error behind it', () => {
  const cause = new TypeError('fetch failed')
  expect(problem('no-log-open', {}, { cause }).cause).toBe(cause)
  expect(problem('no-log-open', {}).cause).toBeUndefined()
})

test.each([
  [new RangeError('Array buffer allocation failed'), 'Array buffer allocation failed'],
  ['plain text', 'plain text'],
  [undefined, 'undefined'],
])('anything else that is caught is passed on as it came: %s', (caught, detail) => {
  expect(messagesOf(caught)).toEqual([message('foreign', { detail })])
})

test('messages cross into workers', () => {
  const said = message('worker-stopped', { why: 'gone' })
  expect(structuredClone(said)).toEqual(said)
})
