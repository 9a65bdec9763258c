/** The training session's commands as the worker, the clock and the page hear them. */
import { expect, test, vi } from 'vitest'
import { createTraining } from '../../src/app/training.ts'
import type { RunSnapshot } from '../../src/core/learning/snapshot.ts'
import { message, problem } from '../../src/core/messages/message.ts'
import type { TrainerEvent } from '../../src/core/session/training/state.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createTrainingStore } from '../../src/store/training.ts'
import { reportAt, SHIPPED, snapshotAt } from '../core/session/training/support.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const world = tinyWorld()
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

/** The driver with a worker that only notes what it is told; `say` speaks for it. */
function setUp(wholeWorld = async () => world) {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  const [playground, training] = [createPlayground(), createTrainingStore()]
  const told: string[] = []
  const snapshots: { resolve(snapshot: RunSnapshot | null): void; reject(error: Error): void }[] = []
  let say: (event: TrainerEvent) => void = () => {}
  const driver = createTraining({
    training,
    playground,
    wholeWorld,
    createClient: onEvent => {
      say = onEvent
      return {
        prepare: ({ world, backend }) => told.push(`prepare ${world.id} ${backend}`),
        start: ({ run }) => told.push(`start ${run}`),
        play: pace => told.push(`play ${pace}`),
        pause: () => told.push('pause'),
        step: () => told.push('step'),
        changeBackend: backend => told.push(`backend ${backend}`),
        snapshot: () => new Promise((resolve, reject) => snapshots.push({ resolve, reject })),
        dispose: () => told.push('dispose'),
      }
    },
  })
  const stop = driver.start()
  const loaded = { world, policy: SHIPPED, source: { kind: 'shipped' }, part: 'whole' } as const
  playground.getState().showWorld(loaded, exampleInput(world, 0))
  const report = (step: number) =>
    say({ type: 'report', run: training.getState().run, report: reportAt(step), state: 'running' })
  return { playground, training, driver, told, snapshots, stop, report, say: (e: TrainerEvent) => say(e) }
}

async function playing(parts: ReturnType<typeof setUp>) {
  parts.driver.actions.play()
  await settled()
  parts.report(0)
}

test('play sets a run up once and plays it; pause and play go on with it', async () => {
  const parts = setUp()
  await playing(parts)
  parts.driver.actions.pause()
  parts.driver.actions.play()
  expect(parts.told).toEqual(['start 1', 'play fast', 'pause', 'play fast'])
})

test('what Play needs can be got ready ahead, once a run is there no more', async () => {
  const parts = setUp()
  await parts.driver.prepare()
  expect(parts.told).toEqual([`prepare ${world.id} auto`])
  expect(parts.training.getState().status).toBe('idle')
  await playing(parts)
  await parts.driver.prepare()
  expect(parts.told).toEqual([`prepare ${world.id} auto`, 'start 1', 'play fast'])
})

test('a world that cannot be fetched ahead says nothing: Play will', async () => {
  const parts = setUp(() => Promise.reject(problem('no-world-shown', {})))
  await parts.driver.prepare()
  expect(parts.told).toEqual([])
  expect(parts.training.getState()).toMatchObject({ status: 'idle', messages: [] })
})

test('the policy in training routes the page; reset brings the one from before back', async () => {
  const parts = setUp()
  await playing(parts)
  parts.report(7)
  expect(parts.playground.getState().loaded?.source).toEqual({ kind: 'run', step: 7 })
  parts.driver.actions.reset()
  expect(parts.playground.getState().loaded?.policy).toBe(SHIPPED)
  expect(parts.training.getState()).toMatchObject({ status: 'idle', seed: 1, report: null })
})

test('a finished run starts over when played, though the policy from before it routes again', async () => {
  const parts = setUp()
  await playing(parts)
  parts.say({ type: 'report', run: 1, report: reportAt(9), state: 'finished' })
  parts.driver.actions.play()
  expect(parts.playground.getState().loaded?.policy).toBe(SHIPPED)
  await settled()
  expect(parts.training.getState().status).toBe('starting')
  expect(parts.told).toEqual(['start 1', 'play fast', 'pause', 'start 2'])
})

test('a policy that is opened from a file ends the run and stays', async () => {
  const parts = setUp()
  await playing(parts)
  parts.report(7)
  parts.playground.getState().setPolicy({ ...SHIPPED }, { kind: 'file', name: 'mine.policy' })
  expect(parts.training.getState().status).toBe('idle')
  expect(parts.playground.getState().loaded?.source).toEqual({ kind: 'file', name: 'mine.policy' })
  parts.report(8)
  expect(parts.playground.getState().loaded?.source).toEqual({ kind: 'file', name: 'mine.policy' })
})

test('all prompts of the world arriving do not end the run', async () => {
  const parts = setUp()
  await playing(parts)
  parts.playground.getState().completeWorld({ ...world })
  expect(parts.training.getState().status).toBe('running')
})

test('a world that cannot be fetched is said', async () => {
  const parts = setUp(() => Promise.reject(problem('no-world-shown', {})))
  parts.driver.actions.play()
  await settled()
  expect(parts.training.getState()).toMatchObject({
    status: 'failed',
    messages: [message('no-world-shown', {}), message('press-play', {})],
  })
})

test('everybody who asks for the run gets it, once, also when the worker breaks meanwhile', async () => {
  const parts = setUp()
  await playing(parts)
  const [first, second] = [parts.driver.snapshot(), parts.driver.snapshot()]
  expect(parts.snapshots).toHaveLength(1)
  const snapshot = snapshotAt(3)
  parts.snapshots[0].resolve(snapshot)
  expect([await first, await second]).toEqual([snapshot, snapshot])
  const third = parts.driver.snapshot()
  parts.snapshots[1].reject(new Error('gone'))
  expect(await third).toBeNull()
})

test('training pauses with a hidden tab and goes on with it', async () => {
  const parts = setUp()
  await playing(parts)
  const setHidden = (hidden: boolean) => {
    Object.assign(document, { hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  setHidden(true)
  expect(parts.told.at(-1)).toBe('pause')
  setHidden(false)
  expect(parts.told.at(-1)).toBe('play fast')
})

test('in slow motion phases follow each other by the clock, until it is paused', async () => {
  const parts = setUp()
  parts.driver.apply({ speed: 'slow' })
  await playing(parts)
  vi.useFakeTimers()
  try {
    parts.driver.actions.pause()
    parts.report(1)
    parts.driver.actions.play()
    expect(parts.training.getState().shown?.phase).toBe('preference')
    vi.advanceTimersByTime(1300)
    expect(parts.training.getState().shown?.phase).toBe('probabilities')
    parts.driver.actions.pause()
    vi.advanceTimersByTime(5000)
    expect(parts.training.getState().shown?.phase).toBe('probabilities')
  } finally {
    vi.useRealTimers()
  }
})

test('stopping ends run and worker', async () => {
  const parts = setUp()
  await playing(parts)
  parts.stop()
  expect(parts.told.slice(-2)).toEqual(['pause', 'dispose'])
  expect(parts.training.getState().status).toBe('idle')
})
