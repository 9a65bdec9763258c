/** Carries a session's commands out. */
import type { StoreApi } from 'zustand/vanilla'
import type { Session } from '../core/session/session.ts'

/** Tells the session what happened. */
export type Dispatch<Event> = (event: Event) => void

/**
 * One event at a time: an event that a command raises waits until the commands before it are carried out. What is thrown on
 * the way, by a command or by a listener of the store, keeps neither the other commands nor later events from their turn:
 * the first of it is thrown at the end.
 * @param store holds the session's state; nobody else writes it
 * @param perform carries one command out, now or in its own time, and dispatches what comes of it
 */
export function runSession<State extends object, Event, Command>(
  session: Session<State, Event, Command>,
  store: Pick<StoreApi<State>, 'getState' | 'setState'>,
  perform: (command: Command, dispatch: Dispatch<Event>) => void,
): Dispatch<Event> {
  const waiting: Event[] = []
  let busy = false

  function take(event: Event, attempt: (work: () => void) => void): void {
    const { state, commands } = session(store.getState(), event)
    if (state !== store.getState()) attempt(() => store.setState(state, true))
    for (const command of commands) attempt(() => perform(command, dispatch))
  }

  function dispatch(event: Event): void {
    waiting.push(event)
    if (busy) return
    busy = true
    const faults: unknown[] = []
    const attempt = (work: () => void) => {
      try {
        work()
      } catch (fault) {
        faults.push(fault)
      }
    }
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const event = next
      attempt(() => take(event, attempt))
    }
    busy = false
    if (faults.length > 0) throw faults[0]
  }

  return dispatch
}
