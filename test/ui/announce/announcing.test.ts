import { expect, test } from 'vitest'
import {
  type Announcing,
  type AnnouncingEvent,
  announcing,
  SILENCE,
  type Topic,
} from '../../../src/ui/announce/announcing.ts'

const say = (topic: Topic, text: string): AnnouncingEvent => ({ type: 'say', topic, text })
const RESTED: AnnouncingEvent = { type: 'rested' }

function after(...events: AnnouncingEvent[]): Announcing {
  return events.reduce(announcing, SILENCE)
}

test('the first words are said at once', () => {
  expect(after(say('llm', 'Routed to A.')).spoken).toBe('Routed to A.')
})

test('however much comes within a second, it is one announcement', () => {
  const busy = after(...Array.from({ length: 40 }, (_, i) => say('llm', `Routed to ${i}.`)))
  expect(busy.turn).toBe(1)
  expect(announcing(busy, RESTED)).toMatchObject({ spoken: 'Routed to 39.', turn: 2 })
})

test('an end is not lost among what comes after it', () => {
  const end = after(
    say('llm', 'Routed to A.'),
    say('run', 'Training ended.'),
    say('llm', 'Routed to B.'),
    RESTED,
  )
  expect(end.spoken).toBe('Training ended. Routed to B.')
})

test('what is no longer so before its turn comes is not said', () => {
  const state = after(say('llm', 'Routed to A.'), say('notice', 'Loading…'), say('notice', ''), RESTED)
  expect(state).toMatchObject({ spoken: 'Routed to A.', turn: 1, resting: false })
})

test('after a second of silence the next words are said at once again', () => {
  expect(after(say('llm', 'A'), RESTED, say('llm', 'B'))).toMatchObject({ spoken: 'B', turn: 2 })
})

test('the same words said again are another announcement', () => {
  expect(after(say('run', 'Ended.'), RESTED, say('run', 'Ended.')).turn).toBe(2)
})

test('an announcement that is over is taken away, and the next one is said all the same', () => {
  const over = after(say('llm', 'A'), RESTED, { type: 'over' })
  expect(over.spoken).toBe('')
  expect(announcing(over, say('llm', 'B')).spoken).toBe('B')
})
