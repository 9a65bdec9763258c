import { expect, test } from 'vitest'
import { KeyedReceiver, KeyedSender } from '../../../src/engine/worker/keyedValues.ts'

interface Value {
  readonly id: string
}

const [a, b, c]: Value[] = ['a', 'b', 'c'].map(id => ({ id }))

/** The values that cross for a series of calls; the worker must end up with the right one each time. */
function crossings(calls: readonly Value[]): Value[] {
  const [sent, kept] = [new KeyedSender<Value>(), new KeyedReceiver<Value>()]
  return calls.flatMap(value => {
    const once = sent.send(value)
    expect(kept.take(once)).toBe(value)
    return once.value === null ? [] : [value]
  })
}

test('a value crosses with its first call, and its key alone with the next ones', () => {
  expect(crossings([a, a, b, a, b, a])).toEqual([a, b])
})

test('another object of the same id crosses again', () => {
  const other = { id: 'a' }
  expect(crossings([a, other, other, a])).toEqual([a, other])
})

test('both sides keep the same two: a third one drops the value that was used longest ago', () => {
  expect(crossings([a, b, a, c, a, b])).toEqual([a, b, c, b])
})

test('a worker that has nothing is sent everything again, and says so where it is not', () => {
  const sent = new KeyedSender<Value>()
  sent.send(a)
  const fresh = new KeyedReceiver<Value>()
  expect(() => fresh.take(sent.send(a))).toThrow(/worker-stopped/)
  sent.forget()
  expect(fresh.take(sent.send(a))).toBe(a)
})
