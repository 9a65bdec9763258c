/** A run belongs to its world: it is put aside when another world is shown, and is back when its own is. */
import { message } from '../../messages/message.ts'
import { createPolicy } from '../../policy/policy.ts'
import { stay } from '../session.ts'
import { endRun } from './run.ts'
import type { RestoredRun, TrainingEvent, TrainingState, TrainingStep } from './state.ts'

/** Puts the run aside, if it has learnt anything and can go on. A worker that holds it is asked for all it needs for that. */
export function setAside(state: TrainingState): TrainingStep {
  const { world, status, live, report, resume, resumeAwaits, asides } = state
  if (world === null || report === null || report.step === 0) return stay(state)
  if (status === 'idle' || status === 'failed') return stay(state)
  const { settings, seed, start, pinned, routes } = state
  const run: RestoredRun = {
    settings,
    seed,
    start,
    pinned,
    report: { ...report, stepsPerSecond: null },
    snapshot: resume,
    policy: routes ? createPolicy(report.shape, report.parameters) : null,
    name: null,
  }
  if (!live || status === 'starting') {
    return stay({ ...state, asides: { ...asides, [world.id]: { run, awaits: resumeAwaits } } })
  }
  const request = state.request + 1
  return {
    state: { ...state, request, asides: { ...asides, [world.id]: { run, awaits: request } } },
    commands: [{ type: 'take-snapshot', request }],
  }
}

/** The snapshot of a run that was put aside: it may be back by now. Null where the worker lost it. */
export function fillIn(
  state: TrainingState,
  { request, snapshot }: Extract<TrainingEvent, { type: 'snapshot' }>,
): TrainingStep {
  if (state.resumeAwaits === request) {
    if (snapshot === null) {
      const { state: ended, commands } = endRun(state)
      return { state: { ...ended, messages: [message('run-lost', {})] }, commands }
    }
    return {
      state: { ...state, resume: snapshot, resumeAwaits: null },
      commands: state.status === 'starting' ? [{ type: 'fetch-world', run: state.run }] : [],
    }
  }
  const [world, aside] = Object.entries(state.asides).find(([, { awaits }]) => awaits === request) ?? []
  if (world === undefined || aside === undefined) return stay(state)
  const { [world]: _, ...others } = state.asides
  if (snapshot === null) return stay({ ...state, asides: others })
  return stay({ ...state, asides: { ...others, [world]: { run: { ...aside.run, snapshot }, awaits: null } } })
}
