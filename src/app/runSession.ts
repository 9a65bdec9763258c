/** Carries a session's commands out. */
import type { StoreApi } from 'zustand/vanilla'
import type { Session } from '../core/session/session.ts'

/** Tells the session what happened. */
export type Dispatch<Event> = (event: Event) => void

/**
 * One event at a time: an event that a command raises waits until the commands before it are carried out.
 * @param store holds the session's state; nobody else writes it
 * @param perform carries one command out, now or in its own time, and dispatches what comes of it; must not throw
 */
export function runSession<State extends object, Event, Command>(
  session: Session<State, Event, Command>,
  store: Pick<StoreApi<State>, 'getState' | 'setState'>,
  perform: (command: Command, dispatch: Dispatch<Event>) => void,
): Dispatch<Event> {
  const waiting: Event[] = []
  let busy = false
  return function dispatch(event) {
    waiting.push(event)
    if (busy) return
    busy = true
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { state, commands } = session(store.getState(), next)
      if (state !== store.getState()) store.setState(state, true)
      for (const command of commands) perform(command, dispatch)
    }
    busy = false
  }
}
