import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { floatsToBase64 } from '../../../src/share/files/base64.ts'
import { decodeRunFile, encodeRunFile, type Run } from '../../../src/share/files/runFile.ts'
import { expectSameBits } from '../../fixtures/bits.ts'
import { pointAt } from '../../fixtures/points.ts'

/** A small network, since every file is compared number by number. */
const SMALL = { ...DEFAULT_TRAINING, head: 'linear', preferenceEncoder: 'none' } as const
const { shape, parameters } = initialisePolicy(shapeOf(SMALL, 3), 3)

const point = (step: number) => pointAt(step, step > 1 ? 0.4 : null)

const run: Run = {
  world: 'tiny',
  roster: ['a', 'b', 'c'],
  prompt: 'sums/3',
  wc: 0.3,
  seed: 5,
  start: 'scratch',
  settings: { ...SMALL, skippedFamilies: ['verse'] },
  report: {
    step: 2,
    keptStep: 2,
    points: [point(1), point(2)],
    tauUsd: 0.008,
    references: { random: 0.2, bestFixed: 0.4, oracle: 0.6 },
  },
  policy: { shape, parameters },
  snapshot: {
    trainer: {
      step: 2,
      parameters,
      averaged: parameters,
      baseline: [0.1, 0.2],
      optimiser: { steps: 2, moments: [parameters, parameters] },
      rounds: { prompts: [1, -2, 3, 4], preferences: [5, 6, 7, 8] },
      arms: [1, 1, 1, 1],
      noise: [2, 2, 2, 2],
      outcomes: [3, 3, 3, 2 ** 32 - 1],
    },
    recorder: { points: [point(1)], growing: { point: point(2), updates: 1 }, width: 2 },
    validated: 0.4,
    best: { step: 2, reward: 0.4, parameters },
  },
  pinned: { label: 'seed 4', points: [point(1)] },
  studies: {
    race: null,
    compare: {
      plan: {
        entries: [{ id: 'no-entropy', label: 'no entropy', learner: 'policy', settings: DEFAULT_TRAINING }],
        seeds: [1, 2],
        splits: ['test'],
      },
      progress: {
        seed: 2,
        seedsDone: 2,
        step: 10,
        steps: 10,
        curves: [{ entry: 'no-entropy', seed: 1, points: [{ step: 10, reward: -0.1, validation: null }] }],
        result: {
          rows: [
            {
              world: 'tiny',
              split: 'test',
              router: 'no-entropy',
              wc: 0.5,
              quality: 0.5,
              costUsd: 0.001,
              reward: 0.2,
              regret: 0.1,
              n: 40,
              sd: 0.01,
              qualitySd: 0,
              seeds: 2,
            },
          ],
          aiq: [
            {
              world: 'tiny',
              split: 'test',
              router: 'no-entropy',
              aiq: 0.6,
              sd: 0.02,
              reward: 0.3,
              rewardSd: 0.01,
              seeds: 2,
            },
          ],
          fits: [{ entry: 'no-entropy', seed: 1, step: 8, steps: 10, training: 0.3, validation: 0.28 }],
        },
      },
    },
  },
}

const FILE = encodeRunFile(run)

/** The file with one field changed; `path` as in `report.points.0.reward`. */
function damaged(path: string, value: unknown): string {
  const root: unknown = JSON.parse(FILE)
  const names = path.split('.')
  let at: unknown = root
  for (const name of names.slice(0, -1)) at = typeof at === 'object' && at ? Reflect.get(at, name) : null
  if (typeof at === 'object' && at) Reflect.set(at, names.at(-1) ?? '', value)
  return JSON.stringify(root)
}

test('a run comes back from its file whole, its parameters bit for bit', () => {
  const { run: read, notes } = decodeRunFile(encodeRunFile(run))
  expect(notes).toEqual([])
  expectSameBits(read.policy?.parameters ?? new Float32Array(), parameters)
  expect({ ...read, policy: null }).toEqual({ ...run, policy: null })
  expect(read.policy?.shape).toEqual(shape)
})

test('a run of which nothing has been trained comes back too', () => {
  const empty: Run = {
    ...run,
    report: null,
    policy: null,
    pinned: null,
    studies: { race: null, compare: null },
  }
  expect(decodeRunFile(encodeRunFile(empty)).run).toEqual(empty)
})

test('a run that starts at the shipped policy comes back before its first update', () => {
  const saved: Run = { ...run, start: 'shipped', policy: null }
  expect(decodeRunFile(encodeRunFile(saved)).run.snapshot?.trainer.step).toBe(2)
})

test('any finite parameters come back bit for bit', () => {
  const some = fc.float({ noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 20 }), values => {
      const changed = parameters.slice()
      changed.set(values)
      const { run: read } = decodeRunFile(encodeRunFile({ ...run, policy: { shape, parameters: changed } }))
      expectSameBits(read.policy?.parameters ?? new Float32Array(), changed)
    }),
    { numRuns: 4 },
  )
})

const long = Array.from({ length: 2000 }, () => point(1))

test.each([
  ['format', 'barp-run-2'],
  ['world', '<script>'],
  ['prompt', 'What is one and one?'],
  ['wc', 1.5],
  ['wc', '0.5'],
  ['seed', -1.5],
  ['seed', 2 ** 60],
  ['report.points.0.gradientNorm', null],
  ['start', 'middle'],
  ['settings.learningRate', 1e9],
  ['settings.head', 'transformer'],
  ['settings.skippedFamilies', 'all'],
  ['report.step', null],
  ['report.points.0.reward', 2],
  ['report.points.1.shares', [1]],
  ['report.points.1.shares', [1, 2, 3]],
  ['report.tauUsd', 0],
  ['policy.shape.hidden', 1e9],
  ['policy.shape.arms', 4],
  ['policy.parameters', 'AAAA'],
  ['policy.parameters', '*'.repeat(16)],
  ['pinned.points.0.shares', []],
  ['studies.compare.plan.seeds', [1.5]],
  ['studies.compare.plan.entries.0.learner', 'oracle'],
  ['studies.compare.progress.result.rows.0.quality', 7],
  ['studies', null],
])('%s = %j refuses the file', (path, value) => {
  expect(() => decodeRunFile(damaged(path, value))).toThrow()
})

test('more points than a curve may have refuse the file', () => {
  expect(() => decodeRunFile(damaged('report.points', long))).toThrow()
})

test('a parameter that is not finite is not written, and refuses a forged file', () => {
  const broken = parameters.slice()
  broken[7] = Number.NaN
  const policy = { shape, parameters: broken }
  expect(() => encodeRunFile({ ...run, policy })).toThrow(/parameters-not-finite/)
  const forged = Buffer.from(broken.buffer).toString('base64')
  expect(() => decodeRunFile(damaged('policy.parameters', forged))).toThrow(/parameters-not-finite/)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('a curve that reaches %d is not written', gradientNorm => {
  const report = run.report && { ...run.report, points: [{ ...point(1), gradientNorm }] }
  expect(() => encodeRunFile({ ...run, report })).toThrow(/field-not-finite.*gradientNorm/)
})

test('unknown fields and prototypes are passed over and told', () => {
  const json = encodeRunFile(run).replace('{', '{"mood":1,"__proto__":{"wc":1},')
  const { run: read, notes } = decodeRunFile(json)
  expect(read.wc).toBe(0.3)
  expect(notes).toHaveLength(2)
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
})

test('no text makes reading do anything but refuse', () => {
  const whole = encodeRunFile({ ...run, policy: null })
  const cut = fc.nat(whole.length - 1).map(length => whole.slice(0, length))
  fc.assert(
    fc.property(fc.oneof(cut, fc.json(), fc.string()), json => {
      expect(() => decodeRunFile(json)).toThrow(Error)
    }),
  )
})

test.each([
  ['a parameter too few', { parameters: floatsToBase64(parameters.subarray(1)) }],
  ['a stream of three words', { arms: [1, 2, 3] }],
  ['a word that is no whole number', { noise: [1, 2, 3, 0.5] }],
  ['moments that are not a list', { optimiser: { steps: 1, moments: 'none' } }],
])('a state of training with %s is refused', (_, damage) => {
  const file = JSON.parse(FILE)
  Object.assign(file.snapshot.trainer, damage)
  expect(() => decodeRunFile(JSON.stringify(file))).toThrow(/run-state-unfit|field-/)
})
