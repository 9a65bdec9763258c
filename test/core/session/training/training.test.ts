import { expect, test } from 'vitest'
import { PHASES } from '../../../../src/core/experiment/pace.ts'
import { DEFAULT_TRAINING } from '../../../../src/core/experiment/training.ts'
import { message } from '../../../../src/core/messages/message.ts'
import { initialisePolicy } from '../../../../src/core/policy/policy.ts'
import {
  arrive,
  names,
  ROUTED,
  reportAt,
  SHAPE,
  SHIPPED,
  snapshotAt,
  stage,
  started,
  WORLD,
} from './support.ts'

const OPENED = initialisePolicy(SHAPE, 77)
const FROM_FILE = { policy: OPENED, source: { kind: 'file', name: 'mine.policy' } } as const

test('play fetches the world, sets the run up and trains', () => {
  const session = stage()
  session.tell({ type: 'play' })
  expect(session.state.status).toBe('starting')
  expect(session.since()).toEqual([{ type: 'fetch-world', run: 1 }])
  session.tell({ type: 'world-fetched', run: 1, world: WORLD })
  expect(session.since()).toEqual([
    {
      type: 'start',
      run: 1,
      world: WORLD,
      plan: { settings: DEFAULT_TRAINING, seed: 1, start: null, resume: null },
      backend: 'auto',
    },
  ])
  session.tell({ type: 'report', run: 1, report: reportAt(0), state: 'paused' })
  expect(session.state.status).toBe('running')
  expect(session.since()).toEqual([{ type: 'train', pace: 'fast' }])
})

test('play and then slow motion while starting: the run is told slowly, never trained fast', () => {
  const session = stage()
  session.tell({ type: 'play' }, { type: 'view', change: { speed: 'slow' } })
  arrive(session)
  expect(session.state.status).toBe('running')
  expect(names(session.commands)).not.toContain('train')
  expect(session.commands.slice(-2)).toEqual([
    { type: 'advance' },
    { type: 'wait', tick: session.state.tick },
  ])
})

test('a tab that is hidden while the run starts does not train until it is shown', () => {
  const session = stage()
  session.tell({ type: 'play' }, { type: 'visibility', hidden: true })
  arrive(session)
  expect(names(session.commands)).not.toContain('train')
  session.tell({ type: 'visibility', hidden: false })
  expect(session.commands.at(-1)).toEqual({ type: 'train', pace: 'fast' })
})

test('training pauses with a hidden tab and goes on with it, unless told otherwise', () => {
  const session = started()
  session.tell({ type: 'visibility', hidden: true })
  expect(session.since()).toEqual([{ type: 'hold' }])
  session.tell({ type: 'view', change: { trainWhileHidden: true } })
  expect(session.since()).toEqual([{ type: 'train', pace: 'fast' }])
  session.tell({ type: 'visibility', hidden: false })
  expect(session.since()).toEqual([])
})

test('a run that was paused by hand stays paused when the tab comes back', () => {
  const session = started()
  session.tell({ type: 'pause' }, { type: 'visibility', hidden: true }, { type: 'visibility', hidden: false })
  expect(names(session.since())).toEqual(['hold'])
  expect(session.state.status).toBe('paused')
})

test('two quick saves share one snapshot, and both are settled with it; the run goes on', () => {
  const session = started()
  session.tell({ type: 'save', save: 1 }, { type: 'save', save: 2 })
  expect(session.since()).toEqual([{ type: 'take-snapshot', request: 1 }])
  const snapshot = snapshotAt(40)
  session.tell({ type: 'snapshot', request: 1, snapshot })
  expect(session.since()).toEqual([
    { type: 'settle', save: 1, snapshot },
    { type: 'settle', save: 2, snapshot },
  ])
})

test('a save while the run starts has the place where it will begin, never the run before it', () => {
  const session = started()
  session.tell({ type: 'view', change: { seed: 5 } }, { type: 'play' })
  session.since()
  session.tell({ type: 'save', save: 1 })
  expect(session.since()).toEqual([{ type: 'settle', save: 1, snapshot: null }])
  arrive(session)
  session.tell({ type: 'save', save: 2 })
  expect(names(session.since()).at(-1)).toBe('take-snapshot')
})

test('a run that is dropped settles the saves that wait for it, and its late snapshot settles no other', () => {
  const session = started()
  session.tell({ type: 'save', save: 1 }, { type: 'reset' })
  expect(session.since()).toContainEqual({ type: 'settle', save: 1, snapshot: null })
  session.tell({ type: 'play' })
  arrive(session)
  session.tell({ type: 'save', save: 2 })
  session.since()
  session.tell({ type: 'snapshot', request: 1, snapshot: snapshotAt(9) })
  expect(session.since()).toEqual([])
})

test('the shipped policy is what a run starts from, whatever file was opened over it', () => {
  const session = stage()
  session.tell({ type: 'policy-shown', routed: FROM_FILE }, { type: 'view', change: { start: 'shipped' } })
  session.tell({ type: 'play' }, { type: 'world-fetched', run: 1, world: WORLD })
  expect(session.commands.at(-1)).toMatchObject({ plan: { start: { parameters: SHIPPED.parameters } } })
})

test('a world without a shipped policy starts from scratch', () => {
  const session = stage()
  const untrained = { policy: OPENED, source: { kind: 'untrained' } } as const
  session.tell({ type: 'world-shown', world: { ...WORLD, id: 'log-1' }, routed: untrained })
  session.tell({ type: 'view', change: { start: 'shipped' } }, { type: 'play' })
  session.tell({ type: 'world-fetched', run: session.state.run, world: WORLD })
  expect(session.commands.at(-1)).toMatchObject({ type: 'start', plan: { start: null } })
})

test('settings of a link that is followed during a run are taken, and the run starts again', () => {
  const session = started()
  session.tell({ type: 'report', run: 1, report: reportAt(3), state: 'running' })
  session.since()
  session.tell({ type: 'view', change: { settings: { ...DEFAULT_TRAINING, entropyWeight: 0 }, seed: 4 } })
  expect(session.state).toMatchObject({ status: 'idle', seed: 4, report: null })
  expect(session.state.settings.entropyWeight).toBe(0)
  expect(session.state.messages).toEqual([message('run-starts-again', {})])
  expect(session.since()).toEqual([{ type: 'hold' }, { type: 'route', routed: ROUTED }])
})

test('a link that changes nothing lets the run go on', () => {
  const session = started()
  session.tell({ type: 'view', change: { settings: DEFAULT_TRAINING, seed: 1 } })
  expect(session.state.status).toBe('running')
  expect(session.since()).toEqual([])
})

test('unsafe settings are clamped', () => {
  const session = started()
  session.tell({ type: 'view', change: { settings: { learningRate: 7 } } })
  expect(session.state.settings.learningRate).toBe(0.1)
  expect(session.state.messages).toHaveLength(2)
  expect(session.state.messages.at(-1)).toEqual(message('run-starts-again', {}))
})

test('a report of a run that was reset is not listened to', () => {
  const session = started()
  session.tell({ type: 'reset' }, { type: 'report', run: 1, report: reportAt(9), state: 'running' })
  expect(session.state).toMatchObject({ report: null, status: 'idle' })
  expect(names(session.since())).toEqual(['hold'])
})

test('a late report of the run before does not start the one that is on its way', () => {
  const session = started()
  session.tell({ type: 'reset' }, { type: 'play' }, { type: 'world-fetched', run: 2, world: WORLD })
  session.tell({ type: 'report', run: 1, report: reportAt(9), state: 'running' })
  expect(session.state).toMatchObject({ status: 'starting', report: null })
})

test('the policy in training routes; reset brings the one from before back', () => {
  const session = started()
  session.tell({ type: 'report', run: 1, report: reportAt(7), state: 'running' })
  expect(session.since()).toMatchObject([{ type: 'route', routed: { source: { kind: 'run', step: 7 } } }])
  session.tell({ type: 'reset' })
  expect(session.since()).toEqual([{ type: 'hold' }, { type: 'route', routed: ROUTED }])
})

test('a policy opened from a file ends the run, and routes', () => {
  const session = started()
  session.tell({ type: 'report', run: 1, report: reportAt(7), state: 'running' })
  session.since()
  session.tell({ type: 'policy-shown', routed: FROM_FILE })
  expect(session.since()).toEqual([{ type: 'hold' }])
  expect(session.state).toMatchObject({ status: 'idle', base: FROM_FILE })
})

test('another world puts the run aside and routes by its own policy', () => {
  const session = started()
  session.tell({ type: 'report', run: 1, report: reportAt(7), state: 'running' })
  session.since()
  session.tell({ type: 'world-shown', world: { ...WORLD, id: 'other' }, routed: FROM_FILE })
  expect(names(session.since())).toEqual(['hold', 'take-snapshot'])
  expect(session.state).toMatchObject({ status: 'idle', report: null, pinned: null })
})

test('a failure ends the worker and is said; the next play sets a run up', () => {
  const session = started()
  session.tell({ type: 'save', save: 1 })
  session.since()
  const why = message('worker-stopped', { why: '' })
  session.tell({ type: 'failed', messages: [why] })
  expect(session.state).toMatchObject({ status: 'failed', messages: [why, message('press-play', {})] })
  expect(session.since()).toEqual([{ type: 'end-worker' }, { type: 'settle', save: 1, snapshot: null }])
  session.tell({ type: 'play' })
  expect(session.since()).toEqual([{ type: 'fetch-world', run: 2 }])
})

test('a world that cannot be fetched is a failure, said in its words', () => {
  const session = stage()
  const why = message('no-world-shown', {})
  session.tell({ type: 'play' }, { type: 'world-missing', run: 1, messages: [why] })
  expect(session.state).toMatchObject({ status: 'failed', messages: [why, message('press-play', {})] })
})

test('slow motion tells a round in phases before it asks for the next update', () => {
  const session = stage()
  session.tell({ type: 'view', change: { speed: 'slow' } }, { type: 'step' })
  arrive(session)
  expect(session.commands.at(-1)).toEqual({ type: 'advance' })
  session.tell({ type: 'report', run: 1, report: reportAt(1), state: 'paused' })
  expect(session.state.shown).toEqual({ round: 0, phase: 'prompt' })
  session.since()
  for (const phase of PHASES.slice(1)) {
    session.tell({ type: 'step' })
    expect(session.state.shown).toEqual({ round: 0, phase })
  }
  expect(session.since()).toEqual([])
  session.tell({ type: 'step' })
  expect(session.since()).toEqual([{ type: 'advance' }])
})

test('in slow motion only the newest tick counts: pausing and playing does not double the pace', () => {
  const session = stage()
  session.tell({ type: 'view', change: { speed: 'slow' } }, { type: 'play' })
  arrive(session)
  session.tell({ type: 'report', run: 1, report: reportAt(1), state: 'paused' })
  const stale = session.state.tick
  session.tell({ type: 'pause' }, { type: 'play' })
  const shown = session.state.shown
  session.tell({ type: 'tick', tick: stale })
  expect(session.state.shown).toEqual(shown)
  session.tell({ type: 'tick', tick: session.state.tick })
  expect(session.state.shown).not.toEqual(shown)
})

test('a step while the run starts is one update, and then it is paused', () => {
  const session = stage()
  session.tell({ type: 'play' }, { type: 'step' })
  arrive(session)
  expect(session.state.status).toBe('paused')
  expect(names(session.commands).filter(name => name === 'advance' || name === 'train')).toEqual(['advance'])
})

test('another speed goes on at once; another backend is changed under the run', () => {
  const session = started()
  session.tell({ type: 'view', change: { speed: 'normal' } })
  expect(session.since()).toEqual([{ type: 'train', pace: 'normal' }])
  session.tell({ type: 'view', change: { backendPreference: 'cpu' } })
  expect(session.since()).toEqual([{ type: 'change-backend', backend: 'cpu' }])
  expect(session.state.status).toBe('running')
})

test('a finished run starts over when played', () => {
  const session = started()
  session.tell({ type: 'report', run: 1, report: reportAt(6000), state: 'finished' })
  expect(session.state.status).toBe('finished')
  session.since()
  session.tell({ type: 'play' })
  expect(names(session.since())).toEqual(['route', 'fetch-world'])
  expect(session.state).toMatchObject({ status: 'starting', report: null })
})

test('a restored run is paused where it stood, and goes on from there', () => {
  const session = started()
  const snapshot = snapshotAt(40)
  session.tell({
    type: 'restore',
    run: {
      settings: DEFAULT_TRAINING,
      seed: 12,
      start: 'scratch',
      pinned: null,
      report: reportAt(40),
      snapshot,
      policy: OPENED,
      name: 'mine.json',
    },
  })
  expect(session.state).toMatchObject({ status: 'paused', seed: 12, resume: snapshot })
  expect(session.since()).toMatchObject([
    { type: 'hold' },
    { type: 'route', routed: { source: { kind: 'run', step: 40 } } },
  ])
  session.tell({ type: 'save', save: 3 })
  expect(session.since()).toEqual([{ type: 'settle', save: 3, snapshot }])
  session.tell({ type: 'play' }, { type: 'world-fetched', run: 2, world: WORLD })
  expect(session.state.report?.step).toBe(40)
  expect(session.commands.at(-1)).toMatchObject({ plan: { seed: 12, resume: snapshot } })
})

const OTHER = { ...WORLD, id: 'other' }

test('a run is back when its world is: paused at its update, with its curve, policy, settings and seed', () => {
  const session = started()
  session.tell({ type: 'view', change: { seed: 5, settings: { entropyWeight: 0.2 } } })
  session.tell({ type: 'play' })
  arrive(session)
  const { run } = session.state
  session.tell({ type: 'report', run, report: reportAt(40), state: 'running' }, { type: 'pin' })
  session.since()
  session.tell({ type: 'world-shown', world: OTHER, routed: ROUTED })
  expect(names(session.since())).toEqual(['hold', 'take-snapshot'])
  session.tell({ type: 'snapshot', request: session.state.request, snapshot: snapshotAt(40) })
  session.tell({ type: 'view', change: { seed: 1, settings: { entropyWeight: 0 } } })
  expect(session.state).toMatchObject({ status: 'idle', report: null, pinned: null })
  session.since()
  session.tell({ type: 'world-shown', world: WORLD, routed: ROUTED })
  expect(session.state).toMatchObject({
    status: 'paused',
    seed: 5,
    settings: { entropyWeight: 0.2 },
    report: { step: 40 },
    pinned: { label: 'pinned, seed 5' },
    resume: snapshotAt(40),
    messages: [message('run-back', { step: 40 })],
  })
  expect(session.since()).toMatchObject([{ type: 'route', routed: { source: { kind: 'run', step: 40 } } }])
})

test('a run that is played again before its snapshot has come goes on from there, not from update 0', () => {
  const session = started()
  const { run } = session.state
  session.tell({ type: 'report', run, report: reportAt(40), state: 'running' })
  session.tell({ type: 'world-shown', world: OTHER, routed: ROUTED })
  const { request } = session.state
  session.tell({ type: 'world-shown', world: WORLD, routed: ROUTED })
  session.since()
  session.tell({ type: 'play' })
  expect(session.since()).toEqual([])
  session.tell({ type: 'snapshot', request, snapshot: snapshotAt(40) })
  expect(names(session.since())).toEqual(['fetch-world'])
  session.tell({ type: 'world-fetched', run: session.state.run, world: WORLD })
  expect(session.since()).toMatchObject([{ type: 'start', plan: { resume: snapshotAt(40) } }])
})

test('a run whose worker stopped before it gave the run away says that it is lost', () => {
  const session = started()
  const { run } = session.state
  session.tell({ type: 'report', run, report: reportAt(40), state: 'running' })
  session.tell({ type: 'world-shown', world: OTHER, routed: ROUTED })
  const { request } = session.state
  session.tell({ type: 'world-shown', world: WORLD, routed: ROUTED })
  session.tell({ type: 'snapshot', request, snapshot: null })
  expect(session.state).toMatchObject({ status: 'idle', messages: [message('run-lost', {})] })
})

test('a run that is reset is not put aside', () => {
  const session = started()
  session.tell({ type: 'report', run: session.state.run, report: reportAt(40), state: 'running' })
  session.tell({ type: 'reset' }, { type: 'world-shown', world: OTHER, routed: ROUTED })
  expect(session.state.asides).toEqual({})
})
