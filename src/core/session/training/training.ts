/**
 * The training session. `status` is what the person wants; what the worker is to do follows from the whole state (`activity`),
 * so that no order of play, pause, speed and hidden tab can leave the two apart.
 */
import { clampTraining } from '../../experiment/clampTraining.ts'
import type { Speed } from '../../experiment/pace.ts'
import { type Message, message } from '../../messages/message.ts'
import { andThen, type Session, stay } from '../session.ts'
import { setAside } from './aside.ts'
import { begin, endRun, showNextPhase } from './run.ts'
import type {
  RestoredRun,
  RoutedPolicy,
  TrainingChange,
  TrainingCommand,
  TrainingEvent,
  TrainingState,
  TrainingStep,
} from './state.ts'
import { receive } from './worker.ts'

export const trainingSession: Session<TrainingState, TrainingEvent, TrainingCommand> = (state, event) =>
  reconcile(state, decide(state, event))

/** What the worker is to be doing for a state. */
function activity(state: TrainingState): Speed | 'none' {
  const { live, status, hidden, trainWhileHidden, speed } = state
  if (!live || status !== 'running' || (hidden && !trainWhileHidden)) return 'none'
  return speed
}

/** Has the worker do what the new state asks for: it is held before the step's own commands and let go after them. */
function reconcile(before: TrainingState, { state, commands }: TrainingStep): TrainingStep {
  const was = activity(before)
  const is = activity(state)
  if (was === is) return { state, commands }
  // A worker that failed is ended, and need not be held.
  const trained = (was === 'normal' || was === 'fast') && state.status !== 'failed'
  const held: readonly TrainingCommand[] =
    trained && (is === 'none' || is === 'slow') ? [{ type: 'hold' }, ...commands] : commands
  if (is === 'none') return { state, commands: held }
  if (is !== 'slow') return { state, commands: [...held, { type: 'train', pace: is }] }
  return andThen({ state, commands: held }, showPhaseAndWait)
}

/** Slow motion goes on by one phase, and by the next after its time. */
function showPhaseAndWait(state: TrainingState): TrainingStep {
  const tick = state.tick + 1
  return andThen(showNextPhase(state), shown => ({
    state: { ...shown, tick },
    commands: [{ type: 'wait', tick }],
  }))
}

function decide(state: TrainingState, event: TrainingEvent): TrainingStep {
  switch (event.type) {
    case 'play':
      return play(state)
    case 'pause':
      return pause(state)
    case 'step':
      return advance(state)
    case 'reset':
      return endRun(state)
    case 'pin':
      return stay(state.report ? { ...state, pinned: pinnedOf(state) } : state)
    case 'unpin':
      return stay({ ...state, pinned: null })
    case 'view':
      return change(state, event.change)
    case 'world-shown':
      return showWorld(state, event.world, event.routed)
    case 'policy-shown':
      return showPolicy(state, event.routed)
    case 'tick':
      return event.tick === state.tick && activity(state) === 'slow' ? showPhaseAndWait(state) : stay(state)
    case 'visibility':
      return stay({ ...state, hidden: event.hidden })
    case 'save':
      return save(state, event.save)
    case 'restore':
      return restore(state, event.run)
    case 'world-fetched':
    case 'world-missing':
    case 'ready':
    case 'report':
    case 'notice':
    case 'failed':
    case 'snapshot':
      return receive(state, event)
  }
}

function play(state: TrainingState): TrainingStep {
  switch (state.status) {
    case 'starting':
      return stay({ ...state, next: 'running', stepFirst: false })
    case 'running':
      return stay(state)
    case 'paused':
      return state.live ? stay({ ...state, status: 'running' }) : begin(state, 'running')
    case 'idle':
    case 'failed':
      return begin(state, 'running')
    case 'finished':
      return andThen(endRun(state), ended => begin(ended, 'running'))
  }
}

function pause(state: TrainingState): TrainingStep {
  if (state.status === 'starting') return stay({ ...state, next: 'paused' })
  return stay(state.status === 'running' ? { ...state, status: 'paused' } : state)
}

function advance(state: TrainingState): TrainingStep {
  switch (state.status) {
    case 'finished':
      return stay(state)
    case 'starting':
      return stay({ ...state, next: 'paused', stepFirst: true })
    case 'idle':
    case 'failed':
      return begin(state, 'paused', true)
    case 'paused':
    case 'running': {
      if (!state.live) return begin(state, 'paused', true)
      const paused: TrainingState = { ...state, status: 'paused' }
      return state.speed === 'slow'
        ? showNextPhase(paused)
        : { state: paused, commands: [{ type: 'advance' }] }
    }
  }
}

/** What changes a run's course ends it; what only changes how it is shown does not. */
function change(state: TrainingState, { settings, ...given }: TrainingChange): TrainingStep {
  const asked = { ...state.settings, ...settings }
  const clamped = settings && state.world ? clampTraining(asked, state.world.families) : null
  const next: TrainingState = {
    ...state,
    ...given,
    settings: clamped?.settings ?? asked,
    shown: given.speed !== undefined && given.speed !== state.speed ? null : state.shown,
  }
  const messages = clamped?.messages ?? []
  const backend = changeBackend(state, next)
  if (!changesCourse(state, next)) {
    return {
      state: { ...backend.state, messages: messages.length > 0 ? messages : state.messages },
      commands: backend.commands,
    }
  }
  const began: readonly Message[] = state.report === null ? [] : [message('run-starts-again', {})]
  const ended = endRun(backend.state)
  return {
    state: { ...ended.state, messages: [...messages, ...began] },
    commands: [...backend.commands, ...ended.commands],
  }
}

function changesCourse(before: TrainingState, after: TrainingState): boolean {
  const sameSettings = JSON.stringify(before.settings) === JSON.stringify(after.settings)
  return !sameSettings || before.seed !== after.seed || before.start !== after.start
}

function changeBackend(before: TrainingState, after: TrainingState): TrainingStep {
  const { backendPreference: backend, live } = after
  if (backend === before.backendPreference) return stay(after)
  return {
    state: { ...after, backend: null },
    commands: live ? [{ type: 'change-backend', backend }] : [],
  }
}

/** Another world puts the run aside and brings back its own; settings are clamped to what the world has. */
function showWorld(
  state: TrainingState,
  world: NonNullable<TrainingState['world']>,
  routed: RoutedPolicy,
): TrainingStep {
  if (world.id === state.world?.id) return showPolicy({ ...state, world }, routed)
  const { settings, messages } = clampTraining(state.settings, world.families)
  const left = andThen(setAside(state), aside => endRun({ ...aside, routes: false }))
  const { [world.id]: back, ...asides } = left.state.asides
  const shown: TrainingState = {
    ...left.state,
    world,
    settings,
    messages,
    asides,
    pinned: null,
    base: routed,
    shipped: routed.source.kind === 'shipped' ? routed.policy : null,
  }
  const step = { state: shown, commands: left.commands }
  return back ? andThen(step, state => restore(state, back.run, back.awaits)) : step
}

/** A policy from elsewhere ends the run, whose own would route over it. One that the session asked for changes nothing. */
function showPolicy(state: TrainingState, routed: RoutedPolicy): TrainingStep {
  const isAnswer = routed.source.kind === 'run' || (!state.routes && routed.policy === state.base?.policy)
  if (isAnswer) return stay(state)
  const shipped = routed.source.kind === 'shipped' ? routed.policy : state.shipped
  const known: TrainingState = { ...state, base: routed, shipped, routes: false }
  return state.status === 'idle' ? stay(known) : endRun(known)
}

/** A run that has not begun stands where it will begin; any other is asked for, and goes on meanwhile. */
function save(state: TrainingState, asker: number): TrainingStep {
  const { live, status, resume, resumeAwaits, saving } = state
  if (resumeAwaits !== null) {
    return stay({ ...state, saving: { request: resumeAwaits, saves: [...(saving?.saves ?? []), asker] } })
  }
  if (!live || status === 'starting') {
    return { state, commands: [{ type: 'settle', save: asker, snapshot: resume }] }
  }
  if (saving) return stay({ ...state, saving: { ...saving, saves: [...saving.saves, asker] } })
  const request = state.request + 1
  return {
    state: { ...state, request, saving: { request, saves: [asker] } },
    commands: [{ type: 'take-snapshot', request }],
  }
}

/** @param awaits number of the request for the run's snapshot, where that is still on its way */
function restore(state: TrainingState, run: RestoredRun, awaits: number | null = null): TrainingStep {
  const { settings, seed, start, pinned, report, snapshot, policy, name } = run
  const ended = endRun({ ...state, routes: false })
  const goesOn = report !== null && (snapshot !== null || awaits !== null) && report.step < settings.steps
  const said: readonly Message[] = report ? [saidOf(name, report.step)] : []
  const route: readonly TrainingCommand[] = policy
    ? [{ type: 'route', routed: { policy, source: sourceOf(run) } }]
    : []
  return {
    state: {
      ...ended.state,
      settings,
      seed,
      start,
      pinned,
      report,
      resume: snapshot,
      resumeAwaits: awaits,
      routes: policy !== null && report !== null,
      status: report === null ? 'idle' : goesOn ? 'paused' : 'finished',
      messages: said,
    },
    commands: [...ended.commands, ...route],
  }
}

function saidOf(name: string | null, step: number): Message {
  return name === null ? message('run-back', { step }) : message('run-restored', { name, step })
}

function sourceOf({ report, name }: RestoredRun): RoutedPolicy['source'] {
  return report ? { kind: 'run', step: report.keptStep } : { kind: 'file', name: name ?? '' }
}

function pinnedOf({ report, seed }: TrainingState): TrainingState['pinned'] {
  return report && { label: `pinned, seed ${seed}`, points: report.points }
}
