/** The trainer behind its client, with the loop in the same thread, on TensorFlow.js as it trains in Node. */
import { afterEach, expect, test } from 'vitest'
import { WASM_FOLDER } from '../../../src/cli/support/tensorflow.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { message } from '../../../src/core/messages/message.ts'
import type { World } from '../../../src/core/world/world.ts'
import {
  createTrainerClient,
  type TrainerClient,
  type TrainerEvent,
} from '../../../src/engine/trainer/client.ts'
import { TrainingLoop } from '../../../src/engine/trainer/loop.ts'
import type { SentPreparation, SentRunOrder } from '../../../src/engine/trainer/messages.ts'
import { localWorkers } from '../../fixtures/workers.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const plan = {
  settings: { ...DEFAULT_TRAINING, steps: 10, batchSize: 2 },
  seed: 3,
  start: null,
  resume: null,
}
const endless = { ...plan, settings: { ...plan.settings, steps: 1_000_000 } }

const clients: TrainerClient[] = []
const loops: TrainingLoop[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose()
  // Ending a worker that shares the test's thread does not end what it is at.
  for (const loop of loops.splice(0)) loop.pause()
})

function createLoop() {
  const loop = new TrainingLoop(WASM_FOLDER)
  loops.push(loop)
  return loop
}

function setUp(createService: () => object = createLoop) {
  const told: TrainerEvent[] = []
  let wake = () => {}
  const { create, started } = localWorkers(createService)
  const client = createTrainerClient(event => {
    told.push(event)
    wake()
  }, create)
  clients.push(client)
  /** The first event that fits, told already or yet to come. */
  async function until<T extends TrainerEvent>(fits: (event: TrainerEvent) => event is T): Promise<T> {
    for (;;) {
      const found = told.find(fits)
      if (found) return found
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
  }
  const reportOf = (run: number, state: 'running' | 'paused' | 'finished', step = 0) =>
    until(
      (event): event is TrainerEvent & { type: 'report' } =>
        event.type === 'report' && event.run === run && event.state === state && event.report.step >= step,
    )
  const start = (run: number, given: World, own = plan) =>
    client.start({ run, world: given, plan: own, backend: 'wasm' })
  return { client, told, started, until, reportOf, start }
}

const isFailure = (event: TrainerEvent): event is TrainerEvent & { type: 'failed' } => event.type === 'failed'

test('what is prepared is silent, and the run that follows has its backend told with it', async () => {
  const { client, told, started, reportOf, start } = setUp()
  client.prepare({ world, settings: plan.settings, backend: 'wasm' })
  expect(await client.snapshot()).toBeNull() // it is answered in its turn
  expect(told).toEqual([])
  start(1, world)
  await reportOf(1, 'paused')
  expect(told.map(({ type }) => type)).toEqual(['ready', 'report'])
  expect(started).toHaveLength(1)
})

test('a backend that cannot be prepared is told when a run asks for it', async () => {
  const { client, told, until } = setUp()
  client.prepare({ world, settings: plan.settings, backend: 'webgpu' })
  expect(await client.snapshot()).toBeNull()
  expect(told).toEqual([])
  client.start({ run: 1, world, plan, backend: 'webgpu' })
  await until(isFailure)
})

/** A loop that only notes which worlds cross. */
class Orders {
  readonly seen: (World | null)[]
  constructor(seen: (World | null)[]) {
    this.seen = seen
  }
  connect() {}
  prepare({ world }: SentPreparation) {
    this.seen.push(world.value)
  }
  start({ world }: SentRunOrder) {
    this.seen.push(world.value)
  }
  async snapshot() {
    return null
  }
}

test('a run is set up, played to its end and told with its number', async () => {
  const { client, told, reportOf, start } = setUp()
  start(7, world)
  client.play('fast')
  const { report } = await reportOf(7, 'finished')
  expect(report.step).toBe(10)
  expect(told.find(event => event.type === 'ready')).toMatchObject({ backend: { backend: 'wasm' } })
  expect(told.filter(isFailure)).toEqual([])
})

test('another run takes the place of one that plays, though both calls come at once', async () => {
  const { client, told, reportOf, start } = setUp()
  start(1, world, endless)
  client.play('fast')
  await reportOf(1, 'running', 1)
  start(2, world)
  client.play('fast')
  const { report } = await reportOf(2, 'finished')
  expect(report.step).toBe(10)
  expect(told.findLast(event => event.type === 'report')).toMatchObject({ run: 2 })
})

test('a snapshot of a run that plays is taken between two updates, and the run goes on', async () => {
  const { client, reportOf, start } = setUp()
  start(1, world, endless)
  client.play('fast')
  await reportOf(1, 'running', 1)
  const [first, second] = await Promise.all([client.snapshot(), client.snapshot()])
  expect(first?.trainer.step).toBeGreaterThan(0)
  expect(second?.trainer.step).toBe(first?.trainer.step)
  const later = await client.snapshot()
  expect(later?.trainer.step).toBeGreaterThan(first?.trainer.step ?? Number.NaN)
})

test('a snapshot that is asked for while another run starts is that run’s', async () => {
  const { client, reportOf, start } = setUp()
  start(1, world, endless)
  client.play('fast')
  await reportOf(1, 'running', 1)
  start(2, world)
  const snapshot = await client.snapshot()
  expect(snapshot?.trainer.step).toBe(0)
})

test('where there is no worker there is no run, and none is started to say so', async () => {
  const { client, started } = setUp()
  client.pause()
  expect(await client.snapshot()).toBeNull()
  expect(started).toHaveLength(0)
})

test('a run that cannot be set up is told as failed', async () => {
  const { until, start } = setUp()
  start(1, { ...world, split: world.split.map(() => 3) })
  const { messages } = await until(isFailure)
  expect(messages).toHaveLength(1)
})

test('a worker that stops is told once, its snapshots reject, and the next run starts another', async () => {
  const { client, told, started, until, reportOf, start } = setUp()
  start(1, world, endless)
  client.play('fast')
  const snapshot = client.snapshot()
  started[0].stop('out of memory')
  await expect(snapshot).rejects.toThrow('out of memory')
  const { messages } = await until(isFailure)
  expect(messages).toEqual([message('worker-stopped', { why: 'out of memory' })])
  start(2, world)
  client.play('fast')
  await reportOf(2, 'finished')
  expect(started).toHaveLength(2)
  expect(told.filter(isFailure)).toHaveLength(1)
})

test('after dispose nothing is told any more, and open snapshots reject', async () => {
  const { client, told, reportOf, start } = setUp()
  start(1, world, endless)
  client.play('fast')
  await reportOf(1, 'running', 1)
  const snapshot = client.snapshot()
  client.dispose()
  const before = told.length
  await expect(snapshot).rejects.toMatchObject({ name: 'AbortError' })
  expect(await client.snapshot()).toBeNull()
  expect(told).toHaveLength(before)
})

test('a world crosses into a worker once, another object of the same id again, and into a fresh worker again', async () => {
  const seen: (World | null)[] = []
  const { client, start } = setUp(() => new Orders(seen))
  const other = { ...world, score: world.score.map(x => x / 2) }
  for (const given of [world, world, other, world]) start(1, given)
  await client.snapshot()
  expect(seen).toEqual([world, null, other, null])
  client.dispose()
  start(1, world)
  await client.snapshot()
  expect(seen.slice(4)).toEqual([world])
})
