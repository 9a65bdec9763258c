/** Against Open Bandit Pipeline on the same numbers; the script of the golden values stands beside them. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createStream } from '../../../src/core/math/random.ts'
import { mean, sampleDeviation } from '../../../src/core/math/statistics.ts'
import { drawResamples, estimateIntervals, studentQuantile } from '../../../src/core/offpolicy/bootstrap.ts'
import {
  ESTIMATORS,
  type EstimatorInput,
  effectiveSampleSize,
  estimateOf,
  estimatorSums,
} from '../../../src/core/offpolicy/estimators.ts'
import { expectAllClose } from '../../close.ts'

const golden = JSON.parse(readFileSync(new URL('../../golden/offPolicy.json', import.meta.url), 'utf8'))
const actions: readonly number[] = golden.action
const input: EstimatorInput = {
  weight: Float64Array.from(actions, (a, i) => golden.policy[i][a] / golden.propensity[i]),
  observed: Float64Array.from(golden.reward),
  predicted: Float64Array.from(actions, (a, i) => golden.model[i][a]),
  model: Float64Array.from(actions, (_, i) =>
    golden.model[i].reduce((sum: number, m: number, a: number) => sum + m * golden.policy[i][a], 0),
  ),
}

test.each(ESTIMATORS)('%s agrees with Open Bandit Pipeline to 1e-6', name => {
  expectAllClose([estimateOf(name, estimatorSums(input))], [golden.values[name]], { atol: 1e-6 })
})

test('the effective sample is the whole one where weights are even, and one answer where it carries all', () => {
  expect(effectiveSampleSize(Float64Array.of(2, 2, 2, 2))).toBe(4)
  expect(effectiveSampleSize(Float64Array.of(0, 5, 0, 0))).toBe(1)
  expect(effectiveSampleSize(Float64Array.of(0, 0))).toBe(0)
})

test('a ratio is resampled as a ratio: where all rewards are equal, SNIPS is certain whatever the weights', () => {
  const stream = createStream(1, 'fixture/weights')
  const size = 200
  const even = new Float64Array(size).fill(0.7)
  const uneven: EstimatorInput = {
    weight: Float64Array.from({ length: size }, () => 10 * stream.uniform() ** 4),
    observed: even,
    predicted: new Float64Array(size),
    model: new Float64Array(size),
  }
  const prompt = Uint32Array.from({ length: size }, (_, i) => i)
  const [snips, ips] = estimateIntervals(uneven, prompt, drawResamples(size, 1), 50, ['snips', 'ips'])
  expectAllClose([snips.value, snips.low, snips.high], [0.7, 0.7, 0.7], { atol: 1e-12 })
  expect(ips.high - ips.low).toBeGreaterThan(0.2)
})

test('answers to one prompt are drawn together', () => {
  const size = 100
  const stream = createStream(2, 'fixture/rewards')
  const single = Float64Array.from({ length: size }, () => stream.uniform())
  const inputOf = (observed: Float64Array): EstimatorInput => ({
    weight: observed.map(() => 1),
    observed,
    predicted: observed,
    model: observed,
  })
  const width = (copies: number) => {
    const observed = Float64Array.from({ length: copies * size }, (_, i) => single[i % size])
    const prompt = Uint32Array.from({ length: copies * size }, (_, i) => i % size)
    const [{ low, high }] = estimateIntervals(inputOf(observed), prompt, drawResamples(size, 3), 1e9, ['ips'])
    return high - low
  }
  expect(width(1)).toBeCloseTo((2 * 1.96 * sampleDeviation(Array.from(single))) / Math.sqrt(size), 1)
  expectAllClose([width(3)], [width(1)], { rtol: 1e-9 })
})

test.each([
  [5, 2.5706],
  [10, 2.2281],
  [30, 2.0423],
  [1000, 1.9623],
])('Student’s t with %d degrees of freedom has its 97.5 %% point at %d', (degrees, point) => {
  expectAllClose([studentQuantile(degrees)], [point], { rtol: 2e-3 })
})

test('over 200 simulated logs the 95 % interval of every corrected estimator holds the truth in at least 90 %', () => {
  const [logs, size] = [200, 300]
  const stream = createStream(5, 'fixture/logs')
  const held = { snips: 0, dr: 0, sndr: 0 }
  const names = ['snips', 'dr', 'sndr'] as const
  // Four arms, served unevenly; the router to judge takes arm 3 for x > 0 and arm 0 else. The model is biased by a tenth.
  const mu = [0.4, 0.3, 0.2, 0.1]
  const truth = (x: number, arm: number) => 0.5 + 0.1 * arm + 0.2 * x * (arm === 3 ? 1 : 0.5)
  for (let log = 0; log < logs; log++) {
    const rows = Array.from({ length: size }, () => {
      const x = 2 * stream.uniform() - 1
      const place = stream.uniform()
      const arm = place < 0.4 ? 0 : place < 0.7 ? 1 : place < 0.9 ? 2 : 3
      const chosen = x > 0 ? 3 : 0
      return { x, arm, chosen, reward: truth(x, arm) + 0.3 * stream.normal() }
    })
    const weight = Float64Array.from(rows, ({ arm, chosen }) => (arm === chosen ? 1 / mu[arm] : 0))
    const given: EstimatorInput = {
      weight,
      observed: Float64Array.from(rows, ({ reward }) => reward),
      predicted: Float64Array.from(rows, ({ x, arm }) => truth(x, arm) + 0.1),
      model: Float64Array.from(rows, ({ x, chosen }) => truth(x, chosen) + 0.1),
    }
    const prompt = Uint32Array.from({ length: size }, (_, i) => i)
    const ess = effectiveSampleSize(weight)
    const intervals = estimateIntervals(given, prompt, drawResamples(size, log, 200), ess, names)
    // E over x > 0 of truth(x, 3), and over x < 0 of truth(x, 0).
    const value = mean([0.8 + 0.1, 0.5 - 0.05])
    names.forEach((name, e) => {
      if (intervals[e].low <= value && value <= intervals[e].high) held[name]++
    })
  }
  for (const name of names) expect(held[name], name).toBeGreaterThanOrEqual(0.9 * logs)
})
