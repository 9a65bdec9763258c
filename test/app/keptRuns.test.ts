/** Kept on the device, and brought back: between the page's run and a storage that tests can look into. */
import { expect, test, vi } from 'vitest'
import { createKeptRuns, type RunStorage } from '../../src/app/keptRuns.ts'
import { createTraining } from '../../src/app/training.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import { problem } from '../../src/core/messages/message.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { shapeOf } from '../../src/core/policy/shape.ts'
import { type KeptSummary, offeredRun } from '../../src/core/session/keptRun.ts'
import type { World } from '../../src/core/world/world.ts'
import { createKeptRunStore } from '../../src/store/keptRun.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createStudyStore } from '../../src/store/study.ts'
import { createTrainingStore } from '../../src/store/training.ts'
import { reportAt, snapshotAt } from '../core/session/training/support.ts'
import { expectSameBits } from '../fixtures/bits.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const A = tinyWorld()
const B: World = { ...A, id: 'b' }
/** A small network, as the reports and snapshots of the tests have it. */
const SMALL = { ...DEFAULT_TRAINING, head: 'linear', preferenceEncoder: 'none' } as const
const shipped = initialisePolicy(shapeOf(SMALL, 3), 9)

/** The reader of runs is fetched on the way. */
const until = (holds: () => boolean) => vi.waitUntil(holds, 20_000)

/** Keeps what is put by structured clone, as a browser does. */
function memory() {
  const summaries = new Map<string, KeptSummary>()
  const runs = new Map<string, unknown>()
  const storage: RunStorage = {
    findKeptRun: async world => summaries.get(world) ?? null,
    async keepRun(summary, run) {
      summaries.set(summary.world, summary)
      runs.set(summary.world, structuredClone(run))
    },
    readKeptRun: async world => runs.get(world),
    async removeKeptRun(world) {
      summaries.delete(world)
      runs.delete(world)
    },
  }
  return { summaries, runs, storage }
}

function page(storage: RunStorage) {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  const [playground, training] = [createPlayground(), createTrainingStore()]
  const [study, store] = [createStudyStore(), createKeptRunStore()]
  let run = 0
  const trainer = createTraining({
    training,
    playground,
    wholeWorld: async () => A,
    createClient: onEvent => ({
      prepare() {},
      start(order) {
        run = order.run
        onEvent({ type: 'report', run, report: reportAt(0), state: 'paused' })
      },
      play: () => onEvent({ type: 'report', run, report: reportAt(40), state: 'running' }),
      pause() {},
      step() {},
      changeBackend() {},
      snapshot: async () => snapshotAt(40),
      dispose() {},
    }),
  })
  const keptRuns = createKeptRuns({
    store,
    playground,
    training,
    study,
    trainer,
    storage: async () => storage,
  })
  trainer.start()
  keptRuns.start()
  const show = (world: World) =>
    playground
      .getState()
      .showWorld(
        { world, policy: shipped, source: { kind: 'shipped' }, part: 'whole' },
        exampleInput(world, 0),
      )
  const offer = () => offeredRun(store.getState())
  const told = () => playground.getState().notice.map(({ message }) => message.code)
  const kept = () => store.getState().kept
  return { playground, training, trainer, keptRuns, show, offer, kept, told }
}

async function trained(parts: ReturnType<typeof page>) {
  parts.trainer.apply({ settings: { head: 'linear', preferenceEncoder: 'none' }, seed: 12 })
  parts.trainer.actions.play()
  await until(() => parts.training.getState().report?.step === 40)
  parts.trainer.actions.pause()
}

test('a run that pauses is kept, offered by the next page, and goes on there from the same bits', async () => {
  const { storage, summaries } = memory()
  const first = page(storage)
  first.show(A)
  await trained(first)
  await until(() => first.kept()?.step === 40)
  expect([first.offer(), summaries.size]).toEqual([null, 1])

  const next = page(storage)
  next.show(A)
  await until(() => next.offer() !== null)
  expect(next.offer()).toMatchObject({ world: 'tiny', step: 40, steps: 6000 })
  expect(next.training.getState().seed).toBe(1)
  next.keptRuns.goOn()
  await until(() => next.training.getState().status === 'paused')
  const { seed, settings, report, resume, messages } = next.training.getState()
  expect([seed, settings.head, report?.step, messages[0].code]).toEqual([12, 'linear', 40, 'run-back'])
  expect(resume).toEqual(snapshotAt(40))
  expect(next.playground.getState().loaded?.source).toEqual({ kind: 'run', step: 40 })
  expectSameBits(
    next.playground.getState().loaded?.policy.parameters ?? shipped.parameters,
    reportAt(40).parameters,
  )
  expect(next.offer()).toBeNull()
})

test('it is offered by no other world, and not when the world has other data', async () => {
  const { storage, summaries } = memory()
  const first = page(storage)
  first.show(A)
  await trained(first)
  await until(() => summaries.size === 1)
  const next = page(storage)
  next.show(B)
  next.show({ ...A, tauUsd: A.tauUsd * 2 })
  await until(() => next.told().length > 0)
  expect(next.told()).toEqual(['kept-run-dropped', 'kept-run-of-other-data'])
  expect([next.offer(), summaries.size]).toEqual([null, 0])
})

test('one that is damaged is dropped, and that is said', async () => {
  const { storage, summaries, runs } = memory()
  const first = page(storage)
  first.show(A)
  await trained(first)
  await until(() => summaries.size === 1)
  runs.set('tiny', { format: 'barp-run-1', world: 'tiny' })
  const next = page(storage)
  next.show(A)
  await until(() => next.offer() !== null)
  next.keptRuns.goOn()
  await until(() => next.told().length > 0)
  expect(next.told()[0]).toBe('kept-run-dropped')
  expect([next.offer(), summaries.size, next.training.getState().status]).toEqual([null, 0, 'idle'])
})

test('a full storage is said, and the run is none the worse', async () => {
  const { storage } = memory()
  const full: RunStorage = { ...storage, keepRun: async () => Promise.reject(problem('storage-full', {})) }
  const parts = page(full)
  parts.show(A)
  await trained(parts)
  await until(() => parts.told().length > 0)
  expect(parts.told()).toEqual(['run-not-kept', 'storage-full'])
  expect(parts.training.getState()).toMatchObject({ status: 'paused', report: { step: 40 } })
})

test('a run whose world is left while it is being kept is not kept as the other world’s', async () => {
  const { storage, summaries } = memory()
  const parts = page(storage)
  parts.show(A)
  await trained(parts)
  parts.show(B)
  await until(() => Object.keys(parts.training.getState().asides).length === 1)
  expect([...summaries.keys()]).not.toContain('b')
})
