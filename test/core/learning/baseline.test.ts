import { expect, test } from 'vitest'
import { type Preference, samplePreference } from '../../../src/core/bandit/preference.ts'
import { BASELINES } from '../../../src/core/experiment/options.ts'
import { createBaseline } from '../../../src/core/learning/baseline.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectAllClose } from '../../close.ts'

const quadratic = (w: Preference) => 0.3 - 0.8 * w.quality + 1.4 * w.quality ** 2
const stream = createStream(1, 'baseline')
const batch = (size: number) => Array.from({ length: size }, () => samplePreference(stream))

test('the batch mean is taken off every reward', () => {
  const advantages = createBaseline('batch-mean').advantages(Float64Array.from([1, 2, 6]), batch(3))
  expectAllClose(advantages, [-2, -1, 3])
})

test('the batch mean remembers nothing', () => {
  const baseline = createBaseline('batch-mean')
  baseline.advantages(Float64Array.from([100, 200]), batch(2))
  expectAllClose(baseline.advantages(Float64Array.from([1, 3]), batch(2)), [-1, 1])
})

test('the regression recovers a quadratic in the quality weight', () => {
  const baseline = createBaseline('regression')
  for (let i = 0; i < 60; i++) {
    const w = batch(32)
    baseline.advantages(Float64Array.from(w, quadratic), w)
  }
  const w = batch(32)
  expectAllClose(baseline.advantages(Float64Array.from(w, quadratic), w), new Float64Array(32), {
    atol: 1e-3,
  })
})

test('an outlying reward stands out by what it is above the curve', () => {
  const baseline = createBaseline('regression')
  for (let i = 0; i < 60; i++) {
    const w = batch(32)
    baseline.advantages(Float64Array.from(w, quadratic), w)
  }
  const w = batch(32)
  const rewards = Float64Array.from(w, (x, i) => quadratic(x) + (i === 5 ? 1 : 0))
  const advantages = baseline.advantages(rewards, w)
  expectAllClose([advantages[5]], [1], { atol: 0.02 })
  expect(advantages.filter(a => Math.abs(a) > 0.02)).toHaveLength(1)
})

test('the regression forgets an old curve', () => {
  const baseline = createBaseline('regression')
  for (let i = 0; i < 900; i++) {
    const w = batch(8)
    baseline.advantages(
      Float64Array.from(w, x => (i < 100 ? 5 : quadratic(x))),
      w,
    )
  }
  const w = batch(8)
  const left = baseline.advantages(Float64Array.from(w, quadratic), w)
  expectAllClose([mean(left.map(Math.abs))], [0], { atol: 0.01 })
})

test('rewards and preferences are not written to', () => {
  const rewards = Float64Array.from([1, 2])
  const w = batch(2)
  const before = structuredClone(w)
  createBaseline('regression').advantages(rewards, w)
  expect([...rewards]).toEqual([1, 2])
  expect(w).toEqual(before)
})

test('without a baseline the advantage is the reward', () => {
  const rewards = Float64Array.from([0.5, -1])
  const advantages = createBaseline('none').advantages(rewards, batch(2))
  expect(advantages).toEqual(rewards)
  expect(advantages).not.toBe(rewards)
})

test('the moving average starts at the first batch and follows slowly', () => {
  const baseline = createBaseline('moving-average')
  expectAllClose(baseline.advantages(Float64Array.from([1, 3]), batch(2)), [-1, 1])
  // .95 * 2 + .05 * 4 = 2.1
  expectAllClose(baseline.advantages(Float64Array.from([4, 4]), batch(2)), [1.9, 1.9])
})

test.each(BASELINES)('%s goes on from its saved state as if never interrupted', name => {
  const rounds = Array.from({ length: 6 }, () => {
    const w = batch(4)
    return { w, rewards: Float64Array.from(w, x => quadratic(x) + stream.normal()) }
  })
  const run = (baseline: ReturnType<typeof createBaseline>, from: number, to: number) =>
    rounds.slice(from, to).map(({ w, rewards }) => baseline.advantages(rewards, w))
  const whole = createBaseline(name)
  const expected = run(whole, 0, 6).slice(3)
  const first = createBaseline(name)
  run(first, 0, 3)
  const saved = structuredClone(first.state())
  run(first, 0, 6) // what it learns later does not reach the saved state
  const second = createBaseline(name)
  second.restore(saved)
  expect(run(second, 3, 6)).toEqual(expected)
})

test('the regression does not go on from another baseline’s memory', () => {
  expect(() => createBaseline('regression').restore([0.3])).toThrow(RangeError)
})
