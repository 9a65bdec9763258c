import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Message, messagesOf } from '../../src/core/messages/message.ts'
import { list, number, text, whole } from '../../src/schema/figures.ts'
import { readJson } from '../../src/schema/read.ts'
import { createWording } from '../../src/ui/words/words.ts'

const { say } = createWording('en')
const Pet = v.object({ name: text(10), legs: v.optional(whole(0, 8), 4) })

/** The words of what a schema refuses a text for; '' where it does not. */
function refusal(schema: v.GenericSchema, json: string): string {
  try {
    readJson(schema, json)
    return ''
  } catch (error) {
    return messagesOf(error).map(say).join(' ')
  }
}

test('a record keeps the fields asked for and notes the rest', () => {
  const { value, notes } = readJson(Pet, '{"name":"Rex","legs":3,"owner":{"name":"x"}}')
  expect(value).toEqual({ name: 'Rex', legs: 3 })
  expect(notes.map(say)).toEqual(['“owner” is not known here'])
})

test('a missing field with a default takes it, and this is noted', () => {
  const { value, notes } = readJson(Pet, '{"name":"Rex"}')
  expect(value).toEqual({ name: 'Rex', legs: 4 })
  expect(notes.map(say)).toEqual([expect.stringContaining('“legs” is missing')])
})

test('fields deep in a list are noted by their place', () => {
  const { notes } = readJson(v.object({ pets: list(Pet, 3) }), '{"pets":[{"name":"a","legs":1,"x":1}]}')
  expect(notes.map(say)).toEqual(['“pets[0].x” is not known here'])
})

test('a prototype in a file is an unknown field and changes no object', () => {
  const { value, notes } = readJson(Pet, '{"name":"Rex","legs":4,"__proto__":{"legs":9},"constructor":1}')
  expect(value).toEqual({ name: 'Rex', legs: 4 })
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(notes).toHaveLength(2)
  expect(Reflect.get({}, 'legs')).toBeUndefined()
})

test('a file of unknown fields is told of by the first hundred', () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}`, 1]))
  expect(readJson(Pet, JSON.stringify({ name: 'Rex', legs: 4, ...many })).notes).toHaveLength(100)
})

test.each([
  ['null', /object/],
  ['"Rex"', /object/],
  ['{"legs":4}', /“name” is missing/],
  ['{"name":12}', /“name” is not a text/],
  ['{"name":"longer than ten"}', /“name” is longer than 10/],
  ['{"name":"Rex","legs":9}', /“legs” is more than 8/],
  ['{"name":"Rex","legs":-1}', /“legs” is less than 0/],
  ['{"name":"Rex","legs":2.5}', /“legs” is not a whole number/],
  ['{"name":"Rex","legs":"4"}', /“legs” is not a number/],
  ['{"name":"Rex","legs":1e999}', /“legs”/],
  ['{"name":"Rex","legs":null}', /“legs” is not a number/],
  ['{"name":', /JSON/],
  ['[]', /“name” is missing/],
])('%s is refused, naming the place', (json, words) => {
  expect(refusal(Pet, json)).toMatch(words)
})

test('a list names the place of its bad item, and has a longest length', () => {
  const Shares = list(number(0, 1), 3)
  expect(readJson(Shares, '[0,0.5,1]').value).toEqual([0, 0.5, 1])
  expect(refusal(Shares, '[0,2]')).toContain('[1]')
  expect(refusal(Shares, '[0,0,0,0]')).toMatch(/longer than 3/)
  expect(refusal(Shares, '{}')).toMatch(/list/)
})

test('what is refused is a message, not a sentence', () => {
  const said: readonly Message[] = (() => {
    try {
      return readJson(Pet, '{}').notes
    } catch (error) {
      return messagesOf(error)
    }
  })()
  expect(said).toEqual([{ code: 'field-missing', params: { path: 'name' } }])
})
