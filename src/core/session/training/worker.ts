/** What the session makes of the answers to its commands. What belongs to a run that is over changes nothing. */
import { PHASES } from '../../experiment/pace.ts'
import { message } from '../../messages/message.ts'
import { createPolicy } from '../../policy/policy.ts'
import type { World } from '../../world/world.ts'
import { stay } from '../session.ts'
import { fillIn } from './aside.ts'
import { settleSaves, showNextPhase } from './run.ts'
import type { TrainingCommand, TrainingEvent, TrainingState, TrainingStep } from './state.ts'

type Answer = Extract<
  TrainingEvent,
  { type: 'world-fetched' | 'world-missing' | 'ready' | 'report' | 'notice' | 'failed' | 'snapshot' }
>

export function receive(state: TrainingState, event: Answer): TrainingStep {
  switch (event.type) {
    case 'world-fetched':
      return awaits(state, event.run) ? start(state, event.world) : stay(state)
    case 'world-missing':
      return awaits(state, event.run) ? fail(state, event.messages) : stay(state)
    case 'ready':
      return stay({ ...state, backend: event.backend })
    case 'notice':
      return stay({ ...state, messages: [event.message] })
    case 'failed':
      return state.live ? fail(state, event.messages) : stay(state)
    case 'report':
      return state.live && event.run === state.run ? report(state, event) : stay(state)
    case 'snapshot': {
      const { saving } = state
      if (saving?.request !== event.request) return fillIn(state, event)
      const settle = saving.saves.map(save => ({ type: 'settle', save, snapshot: event.snapshot }) as const)
      const { state: filled, commands } = fillIn({ ...state, saving: null }, event)
      return { state: filled, commands: [...settle, ...commands] }
    }
  }
}

/** Whether the run that is starting still waits for its world. */
function awaits(state: TrainingState, run: number): boolean {
  return state.status === 'starting' && !state.live && state.run === run
}

function start(state: TrainingState, world: World): TrainingStep {
  const { run, settings, seed, resume, shipped, backendPreference } = state
  const from = state.start === 'shipped' ? shipped : null
  return {
    state: { ...state, live: true },
    commands: [
      {
        type: 'start',
        run,
        world,
        plan: { settings, seed, resume, start: from && { shape: from.shape, parameters: from.parameters } },
        backend: backendPreference,
      },
    ],
  }
}

function fail(state: TrainingState, messages: TrainingState['messages']): TrainingStep {
  return {
    state: {
      ...state,
      status: 'failed',
      live: false,
      backend: null,
      saving: null,
      messages: [...messages, message('press-play', {})],
    },
    commands: [{ type: 'end-worker' }, ...settleSaves(state)],
  }
}

/** The worker's own `running` and `paused` lag behind what it was told last; that it is finished is news. */
function report(state: TrainingState, event: Extract<Answer, { type: 'report' }>): TrainingStep {
  const { report } = event
  const starting = state.status === 'starting'
  const hasRounds = state.speed === 'slow' && report.rounds.length > 0
  const reported: TrainingState = {
    ...state,
    report,
    status: event.state === 'finished' ? 'finished' : starting ? state.next : state.status,
    stepFirst: false,
    shown: hasRounds ? { round: 0, phase: PHASES[0] } : state.shown,
    routes: state.routes || report.step > 0,
  }
  const step = starting && state.stepFirst ? first(reported) : stay(reported)
  if (report.step === 0) return step
  const policy = createPolicy(report.shape, report.parameters)
  const route: TrainingCommand = {
    type: 'route',
    routed: { policy, source: { kind: 'run', step: report.keptStep } },
  }
  return { state: step.state, commands: [route, ...step.commands] }
}

/** The step that was asked for while the run was on its way. */
function first(state: TrainingState): TrainingStep {
  if (state.status === 'finished') return stay(state)
  return state.speed === 'slow' ? showNextPhase(state) : { state, commands: [{ type: 'advance' }] }
}
