import fc from 'fast-check'
import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import {
  type EncodingCommand,
  type EncodingEvent,
  type EncodingState,
  encodingSession,
  NOTHING_TYPED,
} from '../../../src/core/session/encoding.ts'
import { answerTo, carryOn, INFO, something, WHY, whatWasEncoded, world } from './encodingSupport.ts'

/** A session with everything that it ordered and that has not ended yet. */
function start(initial: EncodingState = NOTHING_TYPED) {
  let state = initial
  const ordered: EncodingCommand[] = []
  const routed: { text: string; draft: string | null }[] = []
  /** Under way: what will still answer in a world where late answers come too. */
  const open: Extract<EncodingCommand, { id: number }>[] = []
  let load: number | null = null
  let encode: number | null = null
  function perform(command: EncodingCommand) {
    ordered.push(command)
    switch (command.type) {
      case 'load':
        load = command.id
        break
      case 'stop-loading':
        load = null
        break
      case 'encode':
        expect(encode, 'one encode at a time').toBeNull()
        encode = command.id
        break
      case 'stop-encoding':
        encode = null
        break
      case 'route':
        routed.push({ text: command.text, draft: state.draft })
    }
    if ('id' in command) open.push(command)
  }
  return {
    ordered,
    routed,
    open,
    get state() {
      return state
    },
    get types() {
      return ordered.map(({ type }) => type)
    },
    /** Whether something is under way that ends what the page waits for. */
    get waitsForNothing(): boolean {
      const { status, task, asked } = state
      const ordersOf = (type: string, id: number) => open.some(o => o.type === type && o.id === id)
      return (
        (status.kind === 'loading' && !(load === asked && ordersOf('load', asked))) ||
        (task?.kind === 'encoding' && !(encode === task.id && ordersOf('encode', task.id))) ||
        (task?.kind === 'resting' && !ordersOf('rest', task.id))
      )
    },
    send(event: EncodingEvent) {
      if ('id' in event) {
        if (event.id === load && event.type !== 'progress') load = null
        if (event.id === encode) encode = null
      }
      const step = encodingSession(state, event)
      state = step.state
      step.commands.forEach(perform)
    },
    /** Answers the newest order of a type. */
    answer(type: EncodingCommand['type'], event: (id: number) => EncodingEvent) {
      const order = open.findLast(command => command.type === type)
      if (order) this.send(event(order.id))
    },
  }
}

function startReady() {
  const session = start()
  session.send({ type: 'load' })
  session.answer('load', id => ({ type: 'loaded', id, info: INFO }))
  return session
}

function startEncoding(text: string) {
  const session = startReady()
  session.send({ type: 'typed', text })
  session.answer('rest', id => ({ type: 'rested', id }))
  expect(session.state.task?.kind).toBe('encoding')
  return session
}

test('the first keystroke fetches the encoder, which then encodes what stands in the box', () => {
  const session = start()
  session.send({ type: 'typed', text: 'W' })
  session.send({ type: 'typed', text: 'What is it?' })
  expect(session.types).toEqual(['load'])
  session.answer('load', id => ({ type: 'loaded', id, info: INFO }))
  expect(session.ordered.at(-1)).toMatchObject({ type: 'encode', text: 'What is it?' })
  session.answer('encode', whatWasEncoded)
  expect(session.ordered.at(-1)).toMatchObject({ type: 'route', text: 'What is it?', world })
  expect(session.state.task).toBeNull()
})

test('only the rest after the last keystroke leads to an encoding', () => {
  const session = startReady()
  session.send({ type: 'typed', text: 'one' })
  session.send({ type: 'typed', text: 'one two' })
  const rests = session.open.filter(({ type }) => type === 'rest')
  for (const { id } of rests) session.send({ type: 'rested', id })
  expect(session.ordered.filter(({ type }) => type === 'encode')).toMatchObject([{ text: 'one two' }])
})

test('emptying the box during an encode aborts it, and its answer does not route', () => {
  const session = startEncoding('Prove it.')
  session.send({ type: 'typed', text: '' })
  expect(session.types.at(-1)).toBe('stop-encoding')
  expect(session.state.draftProblem).toEqual(message('draft-empty', {}))
  session.answer('encode', whatWasEncoded)
  expect(session.types).not.toContain('route')
  expect(session.state).toMatchObject({ draft: '', task: null, draftProblem: { code: 'draft-empty' } })
})

test('choosing an example during an encode aborts it, and its answer does not route', () => {
  const session = startEncoding('Prove it.')
  session.send({ type: 'forget' })
  expect(session.types.at(-1)).toBe('stop-encoding')
  session.answer('encode', whatWasEncoded)
  expect(session.types).not.toContain('route')
  expect(session.state.draft).toBeNull()
})

test('an encode that fails after the box was emptied says nothing', () => {
  const session = startEncoding('Prove it.')
  session.send({ type: 'typed', text: ' ' })
  session.answer('encode', id => ({ type: 'encode-failed', id, why: WHY }))
  expect(session.state.status.kind).toBe('ready')
})

test('another preference while a text is encoded ends it, and the text is encoded anew', () => {
  const session = startEncoding('Prove it.')
  session.send({ type: 'prefer', preference: 'webgpu' })
  expect(session.types.slice(-2)).toEqual(['stop-encoding', 'load'])
  session.answer('encode', id => ({ type: 'encode-failed', id, why: WHY }))
  expect(session.state.status.kind).toBe('loading')
  session.answer('load', id => ({ type: 'loaded', id, info: INFO }))
  expect(session.ordered.at(-1)).toMatchObject({ type: 'encode', text: 'Prove it.' })
})

test('a cancelled download says its size again, and a late answer of it changes nothing', () => {
  const session = start()
  session.send({ type: 'typed', text: 'W' })
  session.send({ type: 'cancel' })
  expect(session.types).toEqual(['load', 'stop-loading', 'find-size'])
  session.answer('load', id => ({ type: 'load-failed', id, why: WHY }))
  session.answer('find-size', id => ({ type: 'size-known', id, bytes: 37 }))
  expect(session.state.status).toEqual({ kind: 'absent', bytes: 37 })
})

test('emptying the box after a cancelled download fetches nothing', () => {
  const session = start()
  session.send({ type: 'typed', text: 'W' })
  session.send({ type: 'cancel' })
  session.send({ type: 'typed', text: '' })
  expect(session.types.filter(type => type === 'load')).toHaveLength(1)
  expect(session.state.status.kind).toBe('absent')
})

test('a failed start says why, and trying again encodes the draft', () => {
  const session = start()
  session.send({ type: 'typed', text: 'W' })
  session.answer('load', id => ({ type: 'load-failed', id, why: WHY }))
  expect(session.state.status).toEqual({ kind: 'failed', why: WHY })
  session.send({ type: 'load' })
  session.answer('load', id => ({ type: 'loaded', id, info: INFO }))
  expect(session.types.at(-1)).toBe('encode')
})

test('the size of another preference is asked for anew, and the former answer is late', () => {
  const session = start()
  session.send({ type: 'size-wanted' })
  session.send({ type: 'prefer', preference: 'wasm' })
  const [first, second] = session.open.map(({ id }) => id)
  session.send({ type: 'size-known', id: second, bytes: 2 })
  session.send({ type: 'size-known', id: first, bytes: 1 })
  expect(session.state.status).toEqual({ kind: 'absent', bytes: 2 })
})

test('in any order of events: one encode at a time, only what stands in the box routes, no wait without an end', () => {
  fc.assert(
    fc.property(fc.array(something, { maxLength: 60, size: 'max' }), events => {
      const session = start()
      for (const event of events) {
        carryOn(session, event)
        const { draft, task, status } = session.state
        expect(session.waitsForNothing).toBe(false)
        if (task !== null) expect([status.kind, draft?.trim() === '']).toEqual(['ready', false])
      }
      for (const { text, draft } of session.routed) expect(text).toBe(draft)
      // Whatever is still under way ends, and then nothing waits.
      for (let i = 0; i < 300 && session.open.length > 0; i++) {
        const [order] = session.open.splice(0, 1)
        session.send(answerTo(order, true))
      }
      expect(session.state.task).toBeNull()
      expect(session.state.status.kind).not.toBe('loading')
    }),
    { numRuns: 300 },
  )
})
