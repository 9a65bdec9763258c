import { expect, test, vi } from 'vitest'
import { collectRun, restoreRun } from '../../src/app/runs.ts'
import { createStudies } from '../../src/app/study.ts'
import { createTraining } from '../../src/app/training.ts'
import type { TrainingReport } from '../../src/core/evaluation/curve.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import type { RunSnapshot } from '../../src/core/learning/snapshot.ts'
import { message } from '../../src/core/messages/message.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { shapeOf } from '../../src/core/policy/shape.ts'
import type { PolicySource } from '../../src/core/policy/source.ts'
import { decodeRunFile, encodeRunFile } from '../../src/share/files/runFile.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createStudyStore } from '../../src/store/study.ts'
import { createTrainingStore } from '../../src/store/training.ts'
import { expectSameBits } from '../fixtures/bits.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { pointAt } from '../fixtures/points.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const world = tinyWorld()
/** A small network, since every file is compared number by number. */
const SMALL = { ...DEFAULT_TRAINING, head: 'linear', preferenceEncoder: 'none' } as const
const shipped = initialisePolicy(shapeOf(SMALL, 3), 9)
const trained = initialisePolicy(shapeOf(SMALL, 3), 10)
const point = pointAt(40, 0.4)
const report: TrainingReport = {
  step: 40,
  keptStep: 30,
  stepsPerSecond: 200,
  points: [point],
  rounds: [],
  tauUsd: 0.01,
  references: { random: 0.1, bestFixed: 0.3, oracle: 0.5 },
  parameters: trained.parameters,
  shape: trained.shape,
  sweep: { n: 9, points: [{ wc: 0, quality: 0.6, costUsd: 1e-3, reward: 0.6 }] },
}

const snapshot: RunSnapshot = {
  trainer: {
    step: 40,
    parameters: trained.parameters,
    averaged: shipped.parameters,
    baseline: [0.5],
    optimiser: { steps: 40, moments: [trained.parameters, shipped.parameters] },
    rounds: { prompts: [1, -2, 3, 4], preferences: [5, 6, 7, 8] },
    arms: [1, 1, 1, 1],
    noise: [2, 2, 2, 2],
    outcomes: [3, 3, 3, 2 ** 32 - 1],
  },
  recorder: { points: [point], growing: { point, updates: 2 }, width: 4 },
  validated: 0.4,
  best: { step: 30, reward: 0.41, parameters: trained.parameters },
}

/** A worker that is never asked for anything. */
const idle = () => {
  const refuse = () => {
    throw new Error('Nothing is trained here.')
  }
  return {
    prepare: refuse,
    start: refuse,
    play: refuse,
    pause: refuse,
    step: refuse,
    changeBackend: refuse,
    snapshot: refuse,
    dispose: refuse,
  }
}

function page(source: PolicySource = { kind: 'shipped' }) {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  const [playground, training, study] = [createPlayground(), createTrainingStore(), createStudyStore()]
  const policy = source.kind === 'run' ? trained : shipped
  playground.getState().showWorld({ world, policy, source, part: 'whole' }, exampleInput(world, 3))
  const driver = createTraining({ training, playground, wholeWorld: async () => world, createClient: idle })
  driver.start()
  const trainer = { snapshot: async () => snapshot, restore: driver.restore }
  const [wholeWorld, shippedPolicy] = [async () => world, async () => null]
  const studies = createStudies({ study, playground, wholeWorld, shippedPolicy, shippedKey: () => null })
  return { playground, training, study, studies, trainer }
}

/** A page with a run, a pinned curve and a study behind it, as another page finds it in a file. */
async function saved() {
  const parts = page({ kind: 'run', step: 30 })
  parts.playground.getState().setCost(0.64)
  parts.training.setState({
    settings: { ...SMALL, entropyWeight: 0 },
    seed: 12,
    start: 'shipped',
    report,
    status: 'paused',
    pinned: { label: 'pinned, seed 11', points: [point] },
  })
  const plan = { entries: [], seeds: [1], splits: ['test'] } as const
  const progress = {
    seed: 1,
    seedsDone: 1,
    step: 5,
    steps: 5,
    curves: [],
    result: { rows: [], aiq: [], fits: [] },
  }
  parts.studies.restore('compare', 'tiny', { plan, progress })
  return decodeRunFile(encodeRunFile(await collectRun(parts))).run
}

test('a run from a file brings back settings, curves, parameters, pinned run, study and dial', async () => {
  const parts = page()
  restoreRun(parts, await saved(), 'barp-tiny-run.json')
  const { settings, seed, start, pinned, report: back, status, messages, resume } = parts.training.getState()
  expect([settings.entropyWeight, seed, start, status]).toEqual([0, 12, 'shipped', 'paused'])
  expect(pinned).toEqual({ label: 'pinned, seed 11', points: [point] })
  expect(back).toMatchObject({
    step: 40,
    keptStep: 30,
    points: [point],
    sweep: null,
    stepsPerSecond: null,
  })
  expect(messages).toEqual([message('run-restored', { name: 'barp-tiny-run.json', step: 40 })])
  const { loaded, w, routing } = parts.playground.getState()
  expectSameBits(loaded?.policy.parameters ?? new Float32Array(), trained.parameters)
  expectSameBits(back?.parameters ?? new Float32Array(), trained.parameters)
  expect(loaded?.source).toEqual({ kind: 'run', step: 30 })
  expect(w.cost).toBe(0.64)
  expect(routing).not.toBeNull()
  expect(parts.study.getState().compare).toMatchObject({ status: 'done', world: 'tiny' })
  expect(parts.study.getState().race.status).toBe('idle')
  expect(resume).toEqual(snapshot)
})

test('what a page restores, it saves again as it was', async () => {
  const run = await saved()
  const parts = page()
  restoreRun(parts, run, 'x.json')
  const again = await collectRun(parts)
  expect(again).toEqual({ ...run, prompt: again.prompt })
})

test('a page on which nothing was trained saves its settings and no parameters', async () => {
  const run = await collectRun(page())
  expect([run.report, run.policy, run.pinned]).toEqual([null, null, null])
  expect(run.roster).toEqual(world.llms.map(({ id }) => id))
  expect(run.prompt).toMatch(/\/\d+$/)
})

test('the words of a typed prompt are in no run', async () => {
  const parts = page()
  const { prompt: _, ...input } = exampleInput(world, 3)
  const estimate = { n: 5, nearest: 0.9, farthest: 0.5 }
  const prompt = {
    kind: 'own',
    text: 'my secret words',
    tokens: 3,
    truncated: false,
    estimate,
    doubts: [],
  } as const
  parts.playground.getState().routePrompt({ ...input, prompt })
  expect(encodeRunFile(await collectRun(parts))).not.toContain('secret')
  expect((await collectRun(parts)).prompt).toBe('')
})

test('a study of another world is not saved with this one', async () => {
  const parts = page()
  const plan = { entries: [], seeds: [1], splits: ['test'] } as const
  const progress = {
    seed: 1,
    seedsDone: 1,
    step: 5,
    steps: 5,
    curves: [],
    result: { rows: [], aiq: [], fits: [] },
  }
  parts.studies.restore('race', 'elsewhere', { plan, progress })
  expect((await collectRun(parts)).studies.race).toBeNull()
})

test('before a world is shown there is nothing to save', async () => {
  const parts = { ...page(), playground: createPlayground() }
  await expect(collectRun(parts)).rejects.toThrow('no-world-shown')
})
