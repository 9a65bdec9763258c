/** A run's beginning and end, and the next phase of slow motion. */
import { PHASES } from '../../experiment/pace.ts'
import { stay } from '../session.ts'
import type { TrainingCommand, TrainingState, TrainingStep } from './state.ts'

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
      report: state.resume || state.resumeAwaits !== null ? state.report : null,
    },
    commands: state.resumeAwaits === null ? [{ type: 'fetch-world', run }] : [],
  }
}

/** Ends the run: the next one starts at update 0. What routed before it routes again, if it routed. */
export function endRun(state: TrainingState): TrainingStep {
  const back: readonly TrainingCommand[] =
    state.routes && state.base ? [{ type: 'route', routed: state.base }] : []
  return {
    state: {
      ...state,
      status: 'idle',
      live: false,
      resume: null,
      resumeAwaits: null,
      routes: false,
      report: null,
      shown: null,
      messages: [],
      saving: null,
    },
    commands: [...settleSaves(state), ...back],
  }
}

/** Answers everybody who waits for a snapshot that will not come. */
export function settleSaves({ saving }: TrainingState): readonly TrainingCommand[] {
  return (saving?.saves ?? []).map(save => ({ type: 'settle', save, snapshot: null }))
}

/** The next phase of the round in slow motion; after the last one, the next update. */
export function showNextPhase(state: TrainingState): TrainingStep {
  const { shown } = state
  const next = shown === null ? undefined : PHASES[PHASES.indexOf(shown.phase) + 1]
  if (shown === null || next === undefined) return { state, commands: [{ type: 'advance' }] }
  return stay({ ...state, shown: { ...shown, phase: next } })
}
