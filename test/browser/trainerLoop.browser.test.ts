import { afterEach, expect, test } from 'vitest'
import type { TrainingReport } from '../../src/core/evaluation/curve.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import type { RunPlan } from '../../src/core/learning/runPlan.ts'
import { Problem } from '../../src/core/messages/message.ts'
import type { World } from '../../src/core/world/world.ts'
import { loadManifest, loadWorld } from '../../src/engine/assets/load.ts'
import { createTrainerClient, type TrainerEvent } from '../../src/engine/trainer/client.ts'
import type { TrainingLoop } from '../../src/engine/trainer/loop.ts'
import type { WorkerEndpoint } from '../../src/engine/worker/client.ts'
import { wrap } from '../../src/engine/worker/transferHandlers.ts'
import { expectAllClose } from '../close.ts'

const adapter = await navigator.gpu?.requestAdapter()
const signal = new AbortController().signal
const world: World = await loadManifest(signal).then(({ worlds }) => loadWorld(worlds[1].whole, signal))

/** A trainer and all it said; `until` waits for an event that fits. */
function startTrainer() {
  const workers: WorkerEndpoint[] = []
  const said: TrainerEvent[] = []
  let wake = () => {}
  const client = createTrainerClient(
    message => {
      said.push(message)
      wake()
    },
    () => {
      const worker = new Worker(new URL('../../src/engine/trainer/trainer.worker.ts', import.meta.url), {
        type: 'module',
      })
      workers.push(worker)
      return worker
    },
  )
  async function until<T>(find: (said: readonly TrainerEvent[]) => T | undefined): Promise<T> {
    for (;;) {
      const found = find(said)
      if (found !== undefined) return found
      const failure = said.find(message => message.type === 'failed')
      if (failure) throw new Problem(...failure.messages)
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
  }
  running.push(client)
  const loseDevice = () => wrap<TrainingLoop>(workers[0]).loseDevice()
  return { client, said, until, loseDevice }
}

const running: { dispose(): void }[] = []
afterEach(() => {
  for (const client of running.splice(0)) client.dispose()
})

const plan = (steps: number): RunPlan => ({
  seed: 3,
  start: null,
  resume: null,
  // Below 10 rounds a batch is so small that WebGPU would be left alone.
  settings: { ...DEFAULT_TRAINING, steps, batchSize: 16 },
})

const finished = (said: readonly TrainerEvent[]): TrainingReport | undefined => {
  const last = said.at(-1)
  return last?.type === 'report' && last.state === 'finished' ? last.report : undefined
}

async function train(backend: 'wasm' | 'webgpu' | 'cpu', steps: number) {
  const { client, until, said } = startTrainer()
  client.start({ run: 1, world, plan: plan(steps), backend })
  client.play('fast')
  const report = await until(finished)
  const ready = said.find(message => message.type === 'ready')?.backend
  return { report, ready }
}

test('the same run gives the same curve point by point on WASM, and its test of the gradient passes', async () => {
  const [first, second] = [await train('wasm', 40), await train('wasm', 40)]
  expect(first.ready?.backend).toBe('wasm')
  expect(first.ready?.gradientError).toBeLessThan(1e-4)
  expect(first.report.points).toHaveLength(40)
  expect(second.report.points).toEqual(first.report.points)
  expect(second.report.parameters).toEqual(first.report.parameters)
})

test('pausing, stepping and going on draw the same curve as running through', async () => {
  const { client, until } = startTrainer()
  client.start({ run: 1, world, plan: plan(30), backend: 'wasm' })
  for (let i = 0; i < 5; i++) client.step()
  const paused = await until(said =>
    said.find(message => message.type === 'report' && message.report.step === 5),
  )
  expect(paused).toMatchObject({ type: 'report', state: 'paused' })
  client.play('fast')
  const report = await until(finished)
  expect(report.points).toEqual((await train('wasm', 30)).report.points)
})

test('a run that was put away goes on in another worker as if it had never stopped', async () => {
  const first = startTrainer()
  first.client.start({ run: 1, world, plan: plan(30), backend: 'wasm' })
  for (let i = 0; i < 7; i++) first.client.step()
  const snapshot = await first.client.snapshot()
  first.client.dispose()
  expect(snapshot?.trainer.step).toBe(7)
  const second = startTrainer()
  const resumed = { ...plan(30), resume: snapshot }
  second.client.start({ run: 1, world, plan: resumed, backend: 'wasm' })
  second.client.play('fast')
  const report = await second.until(finished)
  const { report: whole } = await train('wasm', 30)
  expect(report.points).toEqual(whole.points)
  expect(report.parameters).toEqual(whole.parameters)
})

test('another backend in the middle of a run changes the curve by no more than rounding', async () => {
  const { client, until } = startTrainer()
  client.start({ run: 1, world, plan: plan(30), backend: 'wasm' })
  for (let i = 0; i < 5; i++) client.step()
  client.changeBackend('cpu')
  client.play('fast')
  const report = await until(finished)
  const { report: whole } = await train('wasm', 30)
  expectAllClose(
    report.points.map(point => point.reward),
    whole.points.map(point => point.reward),
    { atol: 1e-4 },
  )
})

test.runIf(adapter)('on WebGPU the curve is that of WASM within the stated tolerance', async () => {
  const [webgpu, wasm] = [await train('webgpu', 20), await train('wasm', 20)]
  expect(webgpu.ready?.backend).toBe('webgpu')
  for (const series of ['reward', 'entropy', 'gradientNorm'] as const) {
    expectAllClose(
      webgpu.report.points.map(point => point[series]),
      wasm.report.points.map(point => point[series]),
      { atol: 1e-3 },
    )
  }
})

test.runIf(adapter)(
  'a device lost in the middle of a run is said, and the curve goes on as if nothing had been',
  async () => {
    const { client, until, loseDevice } = startTrainer()
    client.start({ run: 1, world, plan: plan(40), backend: 'webgpu' })
    client.play('fast')
    await until(said => said.find(message => message.type === 'report' && message.report.step > 3))
    await loseDevice()
    const notice = await until(said => said.find(message => message.type === 'notice'))
    expect(notice.message).toMatchObject({ code: 'device-lost', params: { backend: 'webgpu' } })
    const report = await until(finished)
    const { report: whole } = await train('webgpu', 40)
    expectAllClose(
      report.points.map(point => point.reward),
      whole.points.map(point => point.reward),
      { atol: 1e-6 },
    )
  },
)
