import { expect, test, vi } from 'vitest'
import { createTraining } from '../../src/app/training.ts'
import { PHASES } from '../../src/core/experiment/pace.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import { message } from '../../src/core/messages/message.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import type { TrainerClient, TrainerEvent } from '../../src/engine/trainer/client.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createTrainingStore } from '../../src/store/training.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const world = tinyWorld()
const shipped = initialisePolicy(defaultShape(3), 9)
const REFERENCES = { random: 0.1, bestFixed: 0.3, oracle: 0.5 }
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

/** The driver with a worker that only notes what it is told; `say` speaks for it. */
function setUp() {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  const [playground, training] = [createPlayground(), createTrainingStore()]
  const told: (
    | ({ readonly type: 'start' } & Parameters<TrainerClient['start']>[0])
    | { readonly type: 'play' | 'pause' | 'step' | 'backend' }
  )[] = []
  let say: (event: TrainerEvent) => void = () => {}
  const driver = createTraining({
    training,
    playground,
    wholeWorld: async () => world,
    createClient: onEvent => {
      say = onEvent
      return {
        start: order => told.push({ type: 'start', ...order }),
        play: () => told.push({ type: 'play' }),
        pause: () => told.push({ type: 'pause' }),
        step: () => told.push({ type: 'step' }),
        changeBackend: () => told.push({ type: 'backend' }),
        snapshot: async () => null,
        dispose: () => told.splice(0),
      }
    },
  })
  driver.start()
  const loaded = { world, policy: shipped, source: { kind: 'shipped' }, part: 'whole' } as const
  playground.getState().showWorld(loaded, exampleInput(world, 0))
  const runOf = () => told.findLast(message => message.type === 'start')?.run ?? -1
  const report = (step: number, state: 'running' | 'paused' | 'finished', run = runOf()) =>
    say({
      type: 'report',
      run,
      state,
      report: {
        step,
        keptStep: step,
        stepsPerSecond: null,
        points: [],
        references: REFERENCES,
        rounds: [],
        parameters: shipped.parameters.map(x => x + step),
        shape: shipped.shape,
        tauUsd: 1,
        sweep: null,
      },
    })
  return { playground, training, driver, told, report, say: (event: TrainerEvent) => say(event) }
}

test('play sets a run up once and plays it; pause and play go on with it', async () => {
  const { training, driver, told, report } = setUp()
  driver.actions.play()
  await settled()
  expect(told.map(message => message.type)).toEqual(['start', 'play'])
  expect(told[0]).toMatchObject({ plan: { seed: 1, start: null, settings: DEFAULT_TRAINING } })
  report(5, 'running')
  driver.actions.pause()
  expect(training.getState().status).toBe('paused')
  driver.actions.play()
  await settled()
  expect(told.map(message => message.type)).toEqual(['start', 'play', 'pause', 'play'])
})

test('the policy in training routes; reset brings the one from before back and keeps the seed', async () => {
  const { playground, training, driver, report } = setUp()
  driver.actions.play()
  await settled()
  report(7, 'running')
  expect(playground.getState().loaded?.source).toEqual({ kind: 'run', step: 7 })
  driver.actions.reset()
  expect(playground.getState().loaded?.policy).toBe(shipped)
  expect(training.getState()).toMatchObject({ status: 'idle', seed: 1, report: null })
})

test('a report of a run that was reset is not listened to', async () => {
  const { playground, training, driver, told, report } = setUp()
  driver.actions.play()
  await settled()
  const old = told[0].type === 'start' ? told[0].run : -1
  driver.actions.newSeed()
  report(9, 'running', old)
  expect(training.getState()).toMatchObject({ report: null, status: 'idle', seed: 2 })
  expect(playground.getState().loaded?.source.kind).toBe('shipped')
})

test('unsafe settings are clamped and said, and the run starts again', async () => {
  const { training, driver, report } = setUp()
  driver.actions.play()
  await settled()
  report(3, 'running')
  driver.actions.change({ learningRate: 7 })
  expect(training.getState().settings.learningRate).toBe(0.1)
  expect(training.getState().message).toBe(
    'Learning rate 7 is above 0.1; 0.1 is used. The run starts again at update 0.',
  )
  expect(training.getState()).toMatchObject({ status: 'idle', report: null })
})

test('from the shipped policy a run starts with its parameters', async () => {
  const { driver, told } = setUp()
  driver.actions.setStart('shipped')
  driver.actions.play()
  await settled()
  expect(told.at(-2)).toMatchObject({ type: 'start', plan: { start: { shape: shipped.shape } } })
})

test('slow motion tells a round in phases before it asks for the next update', async () => {
  const { training, driver, told, report } = setUp()
  driver.actions.setSpeed('slow')
  driver.actions.step()
  await settled()
  expect(told.at(-1)).toEqual({ type: 'step' })
  report(1, 'paused')
  expect(training.getState().shown).toEqual({ round: 0, phase: 'prompt' })
  for (const phase of PHASES.slice(1)) {
    driver.actions.step()
    await settled()
    expect(training.getState().shown).toEqual({ round: 0, phase })
  }
  const before = told.length
  driver.actions.step()
  await settled()
  expect(told.slice(before)).toEqual([{ type: 'step' }])
})

test('a failure is said, and the next play starts afresh', async () => {
  const { training, driver, told, say } = setUp()
  driver.actions.play()
  await settled()
  say({ type: 'failed', messages: [message('foreign', { detail: 'WASM is not to be had.' })] })
  expect(training.getState()).toMatchObject({
    status: 'failed',
    message: 'WASM is not to be had. Press Play to start again.',
  })
  driver.actions.play()
  await settled()
  expect(told.map(message => message.type)).toEqual(['start', 'play'])
})

test('training pauses with a hidden tab and goes on with it, unless told otherwise', async () => {
  const { training, driver, told, report } = setUp()
  driver.actions.play()
  await settled()
  report(2, 'running')
  const setHidden = (hidden: boolean) => {
    Object.assign(document, { hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  setHidden(true)
  expect([told.at(-1)?.type, training.getState().status]).toEqual(['pause', 'paused'])
  setHidden(false)
  await settled()
  expect([told.at(-1)?.type, training.getState().status]).toEqual(['play', 'running'])
  driver.actions.trainWhileHidden(true)
  setHidden(true)
  expect(training.getState().status).toBe('running')
})
