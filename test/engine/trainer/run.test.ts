import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { dialReward } from '../../../src/core/bandit/dialRule.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../../src/core/experiment/training.ts'
import type { RunPlan } from '../../../src/core/learning/runPlan.ts'
import { policyRule } from '../../../src/core/policy/dial.ts'
import { createPolicy, initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { TrainingRun } from '../../../src/engine/trainer/run.ts'
import { expectAllClose } from '../../close.ts'
import { expectSameBits } from '../../fixtures/bits.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()

beforeAll(async () => {
  await tf.setBackend('cpu')
})

function planOf(change: Partial<TrainingSettings> = {}, rest: Partial<RunPlan> = {}): RunPlan {
  const settings = {
    ...DEFAULT_TRAINING,
    learningRate: 0.01,
    batchSize: 4,
    steps: 6,
    averaging: 0,
    ...change,
  }
  return { settings, seed: 3, start: null, resume: null, ...rest }
}

async function advance(run: TrainingRun, updates: number) {
  for (let i = 0; i < updates; i++) await run.advance()
}

test('a run goes on from its snapshot as if it had never stopped', async () => {
  const whole = new TrainingRun(world, planOf())
  await advance(whole, 3)
  const resumed = new TrainingRun(world, planOf({}, { resume: structuredClone(whole.snapshot()) }))
  await advance(whole, 3)
  await advance(resumed, 3)
  expect([resumed.isFinished, whole.isFinished]).toEqual([true, true])
  expect(resumed.snapshot()).toEqual(whole.snapshot())
  expect(resumed.report(null).points).toEqual(whole.report(null).points)
})

test('once finished the run reports the policy that validated best, before that the newest', async () => {
  const run = new TrainingRun(world, planOf())
  await advance(run, 5)
  expect(run.report(null).keptStep).toBe(5)
  await advance(run, 1)
  const { best, validated } = run.snapshot()
  const { keptStep, parameters, shape } = run.report(null)
  expect([keptStep, best?.reward]).toEqual([6, validated])
  const validation = createEnvironment(world, rowsOf(world, 'validation'), 1)
  expectAllClose([validated ?? 0], [dialReward(validation, policyRule(createPolicy(shape, parameters)))], {
    atol: 0,
  })
})

test('an earlier policy that validated better is what a finished run reports', async () => {
  const run = new TrainingRun(world, planOf())
  await advance(run, 5)
  const snapshot = run.snapshot()
  const parameters = snapshot.trainer.averaged.map(x => -x)
  const best = { step: 2, reward: 1, parameters }
  const resumed = new TrainingRun(world, planOf({}, { resume: { ...snapshot, best } }))
  await advance(resumed, 1)
  expect(resumed.report(null).keptStep).toBe(2)
  expectSameBits(resumed.report(null).parameters, parameters)
})

test('without a prompt to train on there is no run; without one to validate on the newest policy is kept', async () => {
  const none = { ...world, split: world.split.map(() => 2) }
  expect(() => new TrainingRun(none, planOf())).toThrow('no-training-prompts')
  const unchecked = { ...world, split: world.split.map(split => (split === 1 ? 0 : split)) }
  expect([rowsOf(unchecked, 'validation').length, rowsOf(unchecked, 'train').length > 0]).toEqual([0, true])
  const run = new TrainingRun(unchecked, planOf())
  await advance(run, 6)
  expect([run.report(null).keptStep, run.snapshot().best]).toEqual([6, null])
})

test('a policy to start from must have the shape that the settings ask for', () => {
  const start = initialisePolicy(shapeOf({ preferenceEncoder: '64-32', head: 'mlp' }, 3), 1)
  expect(() => new TrainingRun(world, planOf({}, { start }))).not.toThrow()
  expect(() => new TrainingRun(world, planOf({ head: 'linear' }, { start }))).toThrow(
    'start-has-another-shape',
  )
  const cut = { shape: start.shape, parameters: start.parameters.slice(1) }
  expect(() => new TrainingRun(world, planOf({}, { start: cut }))).toThrow('parameters')
})

test('a snapshot of another shape is refused', async () => {
  const run = new TrainingRun(world, planOf({ head: 'linear' }))
  await advance(run, 1)
  const resume = run.snapshot()
  expect(() => new TrainingRun(world, planOf({}, { resume }))).toThrow('parameters')
})

test('the sweep over test prompts is made when it is asked for', async () => {
  const run = new TrainingRun(world, planOf())
  expect(run.report(null).sweep).toBeNull()
  run.evaluate()
  expect(run.report(null).sweep?.n).toBe(rowsOf(world, 'test').length)
})
