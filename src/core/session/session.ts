/**
 * A session is a state machine: what happened goes in, the next state and what is to be done about it come out. It decides
 * and does nothing: `app` carries its commands out, and reports what came of them as further events. So any order of events
 * can be tried without a worker, a clock or a page.
 */
export interface Step<State, Command> {
  readonly state: State
  /** In the order in which they are to be carried out. */
  readonly commands: readonly Command[]
}

/** Pure: the same state and event always give the same step. An event that does not fit the state changes nothing. */
export type Session<State, Event, Command> = (state: State, event: Event) => Step<State, Command>
