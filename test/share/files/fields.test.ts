import { expect, test } from 'vitest'
import { list, number, readJson, record, text, whole, withDefault } from '../../../src/share/files/fields.ts'

interface Pet {
  readonly name: string
  readonly legs: number
}
const readPet = record<Pet>({ name: text(10), legs: withDefault(whole(0, 8), 4) })

test('a record keeps the fields asked for and notes the rest', () => {
  const { value, notes } = readJson('{"name":"Rex","legs":3,"owner":{"name":"x"}}', readPet)
  expect(value).toEqual({ name: 'Rex', legs: 3 })
  expect(notes).toEqual(['“owner” is not known here'])
})

test('a missing field with a default takes it, and this is noted', () => {
  const { value, notes } = readJson('{"name":"Rex"}', readPet)
  expect(value).toEqual({ name: 'Rex', legs: 4 })
  expect(notes).toHaveLength(1)
})

test('a prototype in a file is an unknown field and changes no object', () => {
  const { value, notes } = readJson('{"name":"Rex","legs":4,"__proto__":{"legs":9},"constructor":1}', readPet)
  expect(value).toEqual({ name: 'Rex', legs: 4 })
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(notes).toHaveLength(2)
  expect(Reflect.get({}, 'legs')).toBeUndefined()
})

test('a field is never found on the prototype', () => {
  const read = record<{ toString: string }>({ toString: text(10) })
  expect(() => readJson('{}', read)).toThrow(/toString/)
})

test.each([
  ['[]', /object/],
  ['null', /object/],
  ['"Rex"', /object/],
  ['{"legs":4}', /name/],
  ['{"name":12}', /name/],
  ['{"name":"longer than ten"}', /name/],
  ['{"name":"Rex","legs":9}', /legs/],
  ['{"name":"Rex","legs":2.5}', /legs/],
  ['{"name":"Rex","legs":"4"}', /legs/],
  ['{"name":"Rex","legs":1e999}', /legs/],
  ['{"name":"Rex","legs":null}', /legs/],
  ['{"name":', /JSON/],
])('%s is refused, naming the place', (json, message) => {
  expect(() => readJson(json, readPet)).toThrow(message)
})

test('a list names the place of its bad item, and has a longest length', () => {
  const read = list(number(0, 1), 3)
  expect(readJson('[0,0.5,1]', read).value).toEqual([0, 0.5, 1])
  expect(() => readJson('[0,2]', read)).toThrow('[1]')
  expect(() => readJson('[0,0,0,0]', read)).toThrow(/at most 3/)
})
