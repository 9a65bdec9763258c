/** A run's beginning and end, and the next word of slow motion. */
import { PHASES } from '../../experiment/pace.ts'
import type { Step } from '../session.ts'
import type { TrainingCommand, TrainingState } from './state.ts'

type TrainingStep = Step<TrainingState, TrainingCommand>

/** Sets a run up. @param next what comes when it stands */
export function begin(state: TrainingState, next: 'running' | 'paused', stepFirst = false): TrainingStep {
  const run = state.run + 1
  return {
    state: {
      ...state,
      status: 'starting',
      run,
      live: false,
      next,
      stepFirst,
      shown: null,
      messages: [],
      report: state.resume ? state.report : null,
    },
    commands: [{ type: 'fetch-world', run }],
  }
}

/** Ends the run: the next one starts at update 0. What routed before it routes again, if it routed. */
export function forget(state: TrainingState): TrainingStep {
  const back: readonly TrainingCommand[] =
    state.routes && state.base ? [{ type: 'route', routed: state.base }] : []
  return {
    state: {
      ...state,
      status: 'idle',
      live: false,
      resume: null,
      routes: false,
      report: null,
      shown: null,
      messages: [],
      saving: null,
    },
    commands: [...settled(state), ...back],
  }
}

/** Answers everybody who waits for a snapshot that will not come. */
export function settled({ saving }: TrainingState): readonly TrainingCommand[] {
  return (saving?.saves ?? []).map(save => ({ type: 'settle', save, snapshot: null }))
}

/** The next phase of the round in slow motion; after the last one, the next update. */
export function tellNext(state: TrainingState): TrainingStep {
  const { shown } = state
  const next = shown === null ? undefined : PHASES[PHASES.indexOf(shown.phase) + 1]
  if (shown === null || next === undefined) return { state, commands: [{ type: 'advance' }] }
  return { state: { ...state, shown: { ...shown, phase: next } }, commands: [] }
}
