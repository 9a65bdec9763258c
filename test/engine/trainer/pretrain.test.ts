import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import { dialReward } from '../../../src/core/bandit/dialRule.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { policyRule } from '../../../src/core/policy/dial.ts'
import type { CurvePoint } from '../../../src/core/policy/policyHeader.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { type PretrainWatcher, pretrain } from '../../../src/engine/trainer/pretrain.ts'
import { expectAllClose } from '../../close.ts'
import { bitsOf, expectSameBits } from '../../fixtures/bits.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const validation = createEnvironment(world, rowsOf(world, 'validation'), 1)
const settings = { ...DEFAULT_TRAINING, learningRate: 0.01, batchSize: 4, steps: 15, averaging: 0 }

beforeAll(async () => {
  await tf.setBackend('cpu')
})

function train(seed: number, watcher: PretrainWatcher = {}) {
  const training = createEnvironment(world, rowsOf(world, 'train'), 1)
  return pretrain(training, validation, settings, seed, 2, watcher)
}

test('the point with the best validation reward is kept, though training went on', async () => {
  const { policy, bestStep, curve } = await train(3)
  const best = Math.max(...curve.map(point => point.validation))
  const first = curve.find(point => point.validation === best)
  expect(bestStep).toBe(first?.step)
  expect(bestStep).toBeLessThan(settings.steps)
  expect(curve[curve.length - 1].validation).toBeLessThan(best)
  expectAllClose([dialReward(validation, policyRule(policy))], [best], { atol: 0 })
})

test('the curve has a point every so many updates and one at the end', async () => {
  const told: CurvePoint[] = []
  const { curve, policy } = await train(3, { onPoint: point => told.push(point) })
  expect(curve.map(point => point.step)).toEqual([2, 4, 6, 8, 10, 12, 14, 15])
  expect(told).toEqual(curve)
  expect(policy.shape).toEqual(defaultShape(3))
})

test('every update is told, with the newest validation, and telling changes nothing that is learnt', async () => {
  const told: [step: number, validation: number | null][] = []
  const watched = await train(3, { onUpdate: ({ step }, validation) => told.push([step, validation]) })
  expect(told.map(([step]) => step)).toEqual(Array.from({ length: settings.steps }, (_, i) => i + 1))
  expect(told[0][1]).toBeNull()
  expect(told.slice(1).map(([, validation]) => validation)).toEqual(
    told.slice(1).map(([step]) => watched.curve.findLast(point => point.step <= step)?.validation),
  )
  expectSameBits(watched.policy.parameters, (await train(3)).policy.parameters)
})

test('the same seed gives the same curve and policy bit for bit, another seed does not', async () => {
  const first = await train(3)
  const again = await train(3)
  expect([again.curve, again.bestStep]).toEqual([first.curve, first.bestStep])
  expectSameBits(again.policy.parameters, first.policy.parameters)
  const other = await train(2)
  expect(other.curve).not.toEqual(first.curve)
  expect(bitsOf(other.policy.parameters) === bitsOf(first.policy.parameters)).toBe(false)
})
