/** What the session makes of the answers to its commands. What belongs to a run that is over changes nothing. */
import { PHASES } from '../../experiment/pace.ts'
import { message } from '../../messages/message.ts'
import { createPolicy } from '../../policy/policy.ts'
import type { World } from '../../world/world.ts'
import type { Step } from '../session.ts'
import { settled, tellNext } from './run.ts'
import type { TrainingCommand, TrainingEvent, TrainingState } from './state.ts'

type TrainingStep = Step<TrainingState, TrainingCommand>
type Answer = Extract<
  TrainingEvent,
  { type: 'world-fetched' | 'world-missing' | 'ready' | 'report' | 'notice' | 'failed' | 'snapshot' }
>

export function hear(state: TrainingState, event: Answer): TrainingStep {
  switch (event.type) {
    case 'world-fetched':
      return awaits(state, event.run) ? start(state, event.world) : only(state)
    case 'world-missing':
      return awaits(state, event.run) ? fail(state, event.messages) : only(state)
    case 'ready':
      return only({ ...state, backend: event.backend })
    case 'notice':
      return only({ ...state, messages: [event.message] })
    case 'failed':
      return state.live ? fail(state, event.messages) : only(state)
    case 'report':
      return state.live && event.run === state.run ? report(state, event) : only(state)
    case 'snapshot': {
      if (state.saving?.request !== event.request) return only(state)
      const { saves } = state.saving
      return {
        state: { ...state, saving: null },
        commands: saves.map(save => ({ type: 'settle', save, snapshot: event.snapshot })),
      }
    }
  }
}

function only(state: TrainingState): TrainingStep {
  return { state, commands: [] }
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
    commands: [{ type: 'end-worker' }, ...settled(state)],
  }
}

/** The worker's own `running` and `paused` lag behind what it was told last; that it is finished is news. */
function report(state: TrainingState, event: Extract<Answer, { type: 'report' }>): TrainingStep {
  const { report } = event
  const starting = state.status === 'starting'
  const tells = state.speed === 'slow' && report.rounds.length > 0
  const told: TrainingState = {
    ...state,
    report,
    status: event.state === 'finished' ? 'finished' : starting ? state.next : state.status,
    stepFirst: false,
    shown: tells ? { round: 0, phase: PHASES[0] } : state.shown,
    routes: state.routes || report.step > 0,
  }
  const step = starting && state.stepFirst ? first(told) : only(told)
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
  if (state.status === 'finished') return only(state)
  return state.speed === 'slow' ? tellNext(state) : { state, commands: [{ type: 'advance' }] }
}
