/** Whatever a person can train and set here, the files written of it are read back whole. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TrainingPoint } from '../../../src/core/evaluation/curve.ts'
import { CurveRecorder } from '../../../src/core/evaluation/curveRecorder.ts'
import { STARTS } from '../../../src/core/experiment/options.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import type { StepRecord } from '../../../src/core/learning/record.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { LEARNER_NAMES } from '../../../src/core/routers/learners.ts'
import { MAX_SEED } from '../../../src/core/view/view.ts'
import { SPLITS } from '../../../src/core/world/world.ts'
import { decodePolicyFile, encodePolicyFile, type Hash } from '../../../src/share/files/policyFile.ts'
import { decodeRunFile, encodeRunFile, type Run } from '../../../src/share/files/runFile.ts'
import type { SavedStudy } from '../../../src/share/files/studyFields.ts'
import { trainingSettings } from '../../fixtures/settings.ts'

const noHash: Hash = async () => null

/** Names that makers have given LLMs, and any that one might. */
const llmName = fc.oneof(
  fc.constantFrom('Claude 3 (Opus)', 'gpt-4o, May “beta”', '模型/一号', '<b>bold</b>', 'a\nb', ''),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const roster = fc.array(llmName, { minLength: 2, maxLength: 8 })
const seed = fc.oneof(
  fc.constantFrom(-5, 0, MAX_SEED, -MAX_SEED),
  fc.integer({ min: -MAX_SEED, max: MAX_SEED }),
)
/** JSON has no negative zero. */
const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(value => value + 0)

const pointFor = (arms: number): fc.Arbitrary<TrainingPoint> =>
  fc.record({
    step: fc.nat(1_000_000),
    reward: figure(-1, 1),
    quality: figure(0, 1),
    costUsd: figure(0, 1e30),
    entropy: figure(0, Math.log(arms)),
    gradientNorm: figure(0, 1e30),
    regret: figure(0, 2),
    shares: fc.array(figure(0, 1), { minLength: arms, maxLength: arms }),
    validation: fc.option(figure(-1, 1)),
  })

const name = fc.string({ maxLength: 60 })
const spread = figure(0, 2)
const study: fc.Arbitrary<SavedStudy> = fc.record({
  plan: fc.record({
    entries: fc.array(
      fc.record({
        id: name,
        label: name,
        learner: fc.constantFrom(...LEARNER_NAMES),
        settings: trainingSettings,
      }),
      { maxLength: 2 },
    ),
    seeds: fc.array(seed, { maxLength: 3 }),
    splits: fc.subarray([...SPLITS]),
  }),
  progress: fc.record({
    seed,
    seedsDone: fc.nat(64),
    step: fc.nat(1_000_000),
    steps: fc.nat(1_000_000),
    curves: fc.array(
      fc.record({
        entry: name,
        seed,
        points: fc.array(
          fc.record({ step: fc.nat(1_000_000), reward: figure(-1, 1), validation: fc.option(figure(-1, 1)) }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 2 },
    ),
    result: fc.record({
      rows: fc.array(
        fc.record({
          world: name,
          split: fc.constantFrom(...SPLITS),
          router: name,
          wc: figure(0, 1),
          quality: figure(0, 1),
          costUsd: figure(0, 1e30),
          reward: figure(-1, 1),
          regret: spread,
          n: fc.nat(50_000),
          sd: spread,
          qualitySd: spread,
          seeds: fc.nat(64),
        }),
        { maxLength: 2 },
      ),
      aiq: fc.constant([]),
      fits: fc.constant([]),
    }),
  }),
})

const run: fc.Arbitrary<Run> = roster.chain(llms => {
  const points = fc.array(pointFor(llms.length), { maxLength: 3 })
  return fc.record({
    world: fc.constantFrom('routerbench-11', 'log-0123456789abcdef'),
    roster: fc.constant(llms),
    prompt: fc.constantFrom('', 'grade-math/12'),
    wc: fc.oneof(fc.constantFrom(0, 1, 1e-10), figure(0, 1)),
    settings: trainingSettings,
    seed,
    start: fc.constantFrom(...STARTS),
    report: fc.option(
      fc.record({
        step: fc.nat(1_000_000),
        keptStep: fc.nat(1_000_000),
        points,
        references: fc.record({ random: figure(-1, 1), bestFixed: figure(-1, 1), oracle: figure(-1, 1) }),
        tauUsd: figure(1e-12, 1e12),
      }),
    ),
    snapshot: fc.constant(null),
    policy: fc.constant(null),
    pinned: fc.option(fc.record({ label: fc.string({ maxLength: 60 }), points })),
    studies: fc.record({ race: fc.option(study), compare: fc.option(study) }),
  })
})

test('every run comes back from its file as it was', () => {
  fc.assert(
    fc.property(run, given => {
      expect(decodeRunFile(encodeRunFile(given))).toEqual({ run: given, notes: [] })
    }),
  )
})

test('every policy comes back from its file as it was, whatever its LLMs are called', async () => {
  const shape = { preferenceEncoder: 'none', head: 'linear' } as const
  await fc.assert(
    fc.asyncProperty(roster, trainingSettings, seed, async (llms, settings, itsSeed) => {
      const policy = initialisePolicy(shapeOf(shape, llms.length), 1)
      const header = {
        world: 'tiny',
        roster: llms,
        shape: policy.shape,
        settings,
        seed: itsSeed,
        backend: 'wasm',
        bestStep: 7,
        curve: [],
      }
      const bytes = await encodePolicyFile(header, policy.parameters, noHash)
      const read = await decodePolicyFile(bytes, llms, noHash)
      expect(read.header).toEqual({ ...header, format: 'barp-policy-1', sha256: '' })
      expect(read.notes).toEqual([])
      expect(read.policy.parameters).toEqual(policy.parameters)
    }),
    { numRuns: 30 },
  )
})

/** What one update leaves behind when every pull goes to the first of three LLMs. */
function onlyFirst(batch: number, step: number): StepRecord {
  const outcome = { quality: 1, costUsd: 1e-3 }
  return {
    step,
    prompts: new Uint32Array(batch),
    preferences: Array.from({ length: batch }, () => ({ quality: 1, cost: 0 })),
    probabilities: new Float32Array(3 * batch),
    arms: new Uint8Array(batch),
    outcomes: Array.from({ length: batch }, () => outcome),
    rewards: new Float64Array(batch).fill(1),
    advantages: new Float64Array(batch),
    entropy: 0,
    gradientNorm: 0,
  }
}

test('the shares of every batch size are shares, and the run that has them can be opened again', () => {
  for (let batch = 1; batch <= 1024; batch++) {
    const recorder = new CurveRecorder(3)
    recorder.add(onlyFirst(batch, 1), 0, null)
    expect(recorder.points[0].shares).toEqual([1, 0, 0])
  }
})

test('a run saved when shares still summed to a little more than one is opened', () => {
  const settings = { ...DEFAULT_TRAINING }
  const shares = [1.0000000000000002, 0]
  const point = {
    reward: 0,
    quality: 0,
    costUsd: 0,
    entropy: 0,
    gradientNorm: 0,
    regret: 0,
    validation: null,
  }
  const older: Run = {
    world: 'tiny',
    roster: ['a', 'b'],
    prompt: '',
    wc: 0.3,
    settings,
    seed: 1,
    start: 'scratch',
    report: {
      step: 1,
      keptStep: 1,
      points: [{ ...point, step: 1, shares }],
      references: { random: 0, bestFixed: 0, oracle: 0 },
      tauUsd: 1,
    },
    snapshot: null,
    policy: null,
    pinned: null,
    studies: { race: null, compare: null },
  }
  expect(decodeRunFile(encodeRunFile(older)).run.report?.points[0].shares).toEqual(shares)
})
