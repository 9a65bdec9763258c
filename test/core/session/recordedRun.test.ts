import fc from 'fast-check'
import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import {
  NOTHING_RECORDED,
  type RecordedCommand,
  type RecordedEvent,
  recordedSession,
} from '../../../src/core/session/recordedRun.ts'
import { recordedRunOf } from '../../fixtures/recordedRuns.ts'

const why = [message('foreign', { detail: 'No network.' })]

function drive(...events: readonly RecordedEvent[]) {
  let state = NOTHING_RECORDED
  const asked: RecordedCommand[] = []
  const send = (...more: readonly RecordedEvent[]) => {
    for (const event of more) {
      const step = recordedSession(state, event)
      state = step.state
      asked.push(...step.commands)
    }
  }
  send(...events)
  return {
    send,
    asked,
    get state() {
      return state
    },
  }
}

test('a world’s recorded run is fetched once, and is there at once when the world is shown again', () => {
  const session = drive(
    { type: 'world', world: 'a' },
    { type: 'fetched', job: 1, recorded: recordedRunOf('a') },
    { type: 'world', world: 'b' },
  )
  expect(session.state).toMatchObject({ world: 'b', recorded: null, job: 2 })
  session.send({ type: 'world', world: 'a' })
  expect(session.state).toMatchObject({ recorded: recordedRunOf('a'), job: null })
  expect(session.asked.map(({ world }) => world)).toEqual(['a', 'b'])
})

test('a world that ships no policy asks for nothing', () => {
  const session = drive({ type: 'world', world: 'a' }, { type: 'world', world: null }, { type: 'retry' })
  expect(session.asked).toHaveLength(1)
  expect(session.state).toMatchObject({ world: null, recorded: null, trouble: null, job: null })
})

test('what could not be fetched says why until it is asked for again', () => {
  const session = drive({ type: 'world', world: 'a' }, { type: 'failed', job: 1, messages: why })
  expect(session.state).toMatchObject({ trouble: why, job: null })
  session.send({ type: 'retry' }, { type: 'retry' })
  expect(session.state).toMatchObject({ trouble: null, job: 2 })
  session.send({ type: 'fetched', job: 2, recorded: recordedRunOf('a') })
  expect(session.state.recorded).toEqual(recordedRunOf('a'))
  expect(session.asked).toHaveLength(2)
})

const happening = fc.oneof(
  fc.record({ type: fc.constant('world' as const), world: fc.constantFrom('a', 'b', null) }),
  fc.constant({ type: 'retry' as const }),
  fc.record({ at: fc.nat(), fails: fc.boolean() }),
)

test('whatever happens in whatever order, the run that stands is the shown world’s, or it is on its way, or it is said why not', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), happenings => {
      const session = drive()
      for (const event of happenings) {
        if ('type' in event) session.send(event)
        else {
          const command = session.asked[event.at % Math.max(1, session.asked.length)]
          if (!command) continue
          const { job, world } = command
          session.send(
            event.fails
              ? { type: 'failed', job, messages: why }
              : { type: 'fetched', job, recorded: recordedRunOf(world) },
          )
        }
        const { world, recorded, trouble, job } = session.state
        if (recorded) expect(recorded.world).toBe(world)
        const known = [recorded, trouble, job].filter(value => value !== null)
        expect(known).toHaveLength(world === null ? 0 : 1)
      }
    }),
  )
})
