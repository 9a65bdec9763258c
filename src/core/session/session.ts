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

/** A state with nothing to be done about it. */
export function stay<State>(state: State): Step<State, never> {
  return { state, commands: [] }
}

/** Another step after one that was decided. */
export function andThen<State, First, Second>(
  step: Step<State, First>,
  next: (state: State) => Step<State, Second>,
): Step<State, First | Second> {
  const { state, commands } = next(step.state)
  return { state, commands: [...step.commands, ...commands] }
}
