import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type EncodingCommand,
  type EncodingEvent,
  type EncodingState,
  encodingSession,
  NOTHING_TYPED,
} from '../../../src/core/session/encoding.ts'
import { staleReason } from '../../../src/core/session/staleness.ts'
import { carryOn, INFO, something, WHY, whatWasEncoded } from './encodingSupport.ts'

/** The session with what is routed: an example (null) until own words are. */
function start() {
  let state: EncodingState = NOTHING_TYPED
  let routed: string | null = null
  const open: Extract<EncodingCommand, { id: number }>[] = []
  return {
    open,
    get state() {
      return state
    },
    get routed() {
      return routed
    },
    get reason() {
      return staleReason(state, routed)
    },
    send(event: EncodingEvent) {
      const step = encodingSession(state, event)
      state = step.state
      // An example takes the words' place in the box and in the answer.
      if (event.type === 'forget') routed = null
      for (const command of step.commands) {
        if (command.type === 'route') routed = command.text
        if ('id' in command) open.push(command)
      }
    },
    answer(type: EncodingCommand['type'], event: (id: number) => EncodingEvent) {
      const order = open.findLast(command => command.type === type)
      if (order) this.send(event(order.id))
    },
  }
}

test('from the keystroke to the route the answer is stale, and what is missing changes', () => {
  const session = start()
  const reasons = [session.reason]
  const note = () => reasons.push(session.reason)
  session.send({ type: 'typed', text: 'What is it?' })
  note()
  session.answer('load', id => ({ type: 'loaded', id, info: INFO }))
  note()
  session.answer('encode', whatWasEncoded)
  note()
  session.send({ type: 'typed', text: 'What is it not?' })
  note()
  session.send({ type: 'typed', text: ' ' })
  note()
  expect(reasons).toEqual([null, 'encoder-loading', 'encoding', null, 'encoding', 'empty'])
})

test('a cancelled download and a failed one leave the answer stale, each with its reason', () => {
  const session = start()
  session.send({ type: 'typed', text: 'W' })
  session.send({ type: 'cancel' })
  expect(session.reason).toBe('encoder-absent')
  session.send({ type: 'load' })
  session.answer('load', id => ({ type: 'load-failed', id, why: WHY }))
  expect(session.reason).toBe('encoder-failed')
})

test('choosing an example is fresh at once', () => {
  const session = start()
  session.send({ type: 'typed', text: 'W' })
  session.send({ type: 'forget' })
  expect(session.reason).toBeNull()
})

test('words that come back to those that are routed are answered already', () => {
  const session = start()
  session.send({ type: 'typed', text: 'one' })
  session.answer('load', id => ({ type: 'loaded', id, info: INFO }))
  session.answer('encode', whatWasEncoded)
  session.send({ type: 'typed', text: 'one two' })
  expect(session.reason).toBe('encoding')
  session.send({ type: 'typed', text: 'one' })
  expect(session.reason).toBeNull()
})

test('in any order of events: fresh exactly where the box holds what is routed, and what is said to be missing is', () => {
  fc.assert(
    fc.property(fc.array(something, { maxLength: 60, size: 'max' }), events => {
      const session = start()
      for (const event of events) {
        carryOn(session, event)
        const { state, routed, reason } = session
        expect(reason === null).toBe(state.draft === null || (state.draft === routed && reason !== 'empty'))
        if (reason === 'empty') expect(state.draft?.trim()).toBe('')
        if (reason === 'encoding') expect(state.task).not.toBeNull()
        if (reason === 'encoder-loading') expect(state.status.kind).toBe('loading')
      }
    }),
    { numRuns: 300 },
  )
})
