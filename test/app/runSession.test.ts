/** Events and commands in their order, and what is thrown on the way. */
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { type Dispatch, runSession } from '../../src/app/runSession.ts'
import type { Session } from '../../src/core/session/session.ts'

interface Count {
  readonly events: readonly string[]
}

/** Every event is counted and asks for the commands that stand behind its colon: `a:x,y`. */
const counting: Session<Count, string, string> = (state, event) => {
  if (event === 'refused') return { state, commands: [] }
  if (event === 'broken') throw new Error('The session broke.')
  const [name, commands = ''] = event.split(':')
  return { state: { events: [...state.events, name] }, commands: commands.split(',').filter(Boolean) }
}

function setUp(effects: Readonly<Record<string, (dispatch: Dispatch<string>) => void>> = {}) {
  const store = createStore<Count>()(() => ({ events: [] }))
  const performed: string[] = []
  const dispatch = runSession(counting, store, (command, tell) => {
    performed.push(`${command} after ${store.getState().events.join(' ')}`)
    effects[command]?.(tell)
  })
  return { store, performed, dispatch, events: () => store.getState().events }
}

const broken = () => {
  throw new Error('The command broke.')
}

test('commands are carried out in their order, when the state stands', () => {
  const { dispatch, performed } = setUp()
  dispatch('a:x,y')
  expect(performed).toEqual(['x after a', 'y after a'])
})

test('an event that a command raises waits for the commands beside it, and comes before later ones', () => {
  const { dispatch, performed, events } = setUp({
    x(tell) {
      tell('b:z')
      tell('c')
    },
  })
  dispatch('a:x,y')
  dispatch('d')
  expect(events()).toEqual(['a', 'b', 'c', 'd'])
  expect(performed).toEqual(['x after a', 'y after a', 'z after a b'])
})

test('an event that a listener of the store raises waits as well', () => {
  const { store, dispatch, performed, events } = setUp()
  store.subscribe(({ events }) => {
    if (events.length === 1) dispatch('b:z')
  })
  dispatch('a:x')
  expect(events()).toEqual(['a', 'b'])
  expect(performed).toEqual(['x after a', 'z after a b'])
})

test('a state that stays the same wakes no listener', () => {
  const { store, dispatch } = setUp()
  let heard = 0
  store.subscribe(() => heard++)
  dispatch('refused')
  expect(heard).toBe(0)
  dispatch('a')
  expect(heard).toBe(1)
})

test('a command that throws keeps neither the commands beside it nor raised or later events from their turn, and is heard of', () => {
  const { dispatch, performed, events } = setUp({ raise: tell => tell('b:z'), broken })
  expect(() => dispatch('a:raise,broken,y')).toThrow('The command broke.')
  expect(events()).toEqual(['a', 'b'])
  expect(performed).toEqual(['raise after a', 'broken after a', 'y after a', 'z after a b'])
  dispatch('c')
  expect(events()).toEqual(['a', 'b', 'c'])
})

test('a session that throws leaves its state and takes the next event', () => {
  const { dispatch, events } = setUp()
  dispatch('a')
  expect(() => dispatch('broken')).toThrow('The session broke.')
  dispatch('b')
  expect(events()).toEqual(['a', 'b'])
})

test('a listener of the store that throws keeps no command from being carried out', () => {
  const { store, dispatch, performed } = setUp()
  const stop = store.subscribe(() => {
    throw new Error('The listener broke.')
  })
  expect(() => dispatch('a:x')).toThrow('The listener broke.')
  stop()
  dispatch('b:y')
  expect(performed).toEqual(['x after a', 'y after a b'])
})
