/** Nothing that learns from a served log or judges by it can read a cell that was not served. */
import { expect, test } from 'vitest'
import { PREFERENCE_GRID } from '../../../src/core/bandit/preference.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { drawResamples } from '../../../src/core/offpolicy/bootstrap.ts'
import { crossFit, neverServed } from '../../../src/core/offpolicy/crossFit.ts'
import { DISTILLING, type Distilling } from '../../../src/core/offpolicy/distiller.ts'
import { judge, LEAST_ESS, measureServed } from '../../../src/core/offpolicy/judge.ts'
import {
  heldOutChoices,
  learnFromAll,
  plainMeansChoices,
  singleChoices,
} from '../../../src/core/offpolicy/learn.ts'
import { SERVING_POLICIES, serveLog, servingProbabilities } from '../../../src/core/offpolicy/serve.ts'
import type { ServedLog } from '../../../src/core/offpolicy/servedLog.ts'
import { servedTau } from '../../../src/core/offpolicy/tau.ts'
import { rowsOf, type World } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'
import { tinyWorld, unitVectors } from '../../fixtures/worlds.ts'

/** A small network, taught briefly. */
const HOW: Distilling = {
  ...DISTILLING,
  head: 'linear',
  preferenceEncoder: 'none',
  steps: 60,
  learningRate: 0.01,
}

const world = tinyWorld()
const rows = rowsOf(world, 'train')

/** The same world with nonsense wherever the log did not look. */
function poisoned({ log, rows: served }: ReturnType<typeof serveLog>): World {
  const seen = new Set(Array.from(log.prompt, (prompt, i) => served[prompt] * log.arms + log.arm[i]))
  const spoil = (table: Float32Array) => table.map((value, cell) => (seen.has(cell) ? value : Number.NaN))
  return { ...world, score: spoil(world.score), costUsd: spoil(world.costUsd) }
}

test('with every cell that was not served poisoned, log, policy and estimates stay the same to the last bit', async () => {
  const made = serveLog(world, rows, 'router', rows.length, true, 1)
  const again = serveLog(poisoned(made), rows, 'router', rows.length, true, 1)
  expect(again.log).toEqual(made.log)
  const results = await Promise.all(
    [made.log, again.log].map(async log => {
      const fit = crossFit(log, 1)
      const choices = await heldOutChoices(log, fit, 1, multiply, HOW)
      const estimates = judge(log, choices, fit.nuisances, drawResamples(rows.length, 1, 20))
      return { estimates, choices, policy: (await learnFromAll(log, fit, 1, multiply, HOW)).parameters }
    }),
  )
  expect(results[1]).toEqual(results[0])
  expect(results[0].policy.every(Number.isFinite)).toBe(true)
})

test.each(SERVING_POLICIES)(
  'served %s, the probabilities of a prompt sum to one and leave no LLM out',
  policy => {
    const mu = servingProbabilities(policy, world.embeddings, 3)
    for (let i = 0; i < world.size; i++) {
      const row = mu.subarray(3 * i, 3 * i + 3)
      expectAllClose([row[0] + row[1] + row[2]], [1], { atol: 1e-12 })
      expect(Math.min(...row)).toBeGreaterThan(0.02)
    }
  },
)

test('a log states the probability of what it served, or nothing', () => {
  const { log, rows: served } = serveLog(world, rows, 'mostly', 20, true, 2)
  log.arm.forEach((arm, i) => {
    expect(log.propensity?.[i]).toBeCloseTo(arm === 1 ? 0.7 : 0.15, 12)
    expect(log.quality[i]).toBe(world.score[served[log.prompt[i]] * 3 + arm])
  })
  expect(serveLog(world, rows, 'mostly', 20, false, 2).log).toEqual({ ...log, propensity: null })
})

/** 600 prompts of two kinds; LLM 1 is right for one kind, LLM 0 for the other, LLM 2 is never right and dear. */
function kinds(recorded: boolean, never = -1): ServedLog {
  const size = 600
  const stream = createStream(8, 'fixture/kinds')
  const embeddings = unitVectors(size, 9).map((x, at) =>
    at % 384 === 0 ? (at % 768 === 0 ? 0.7 : -0.7) : x * 0.7,
  )
  const arm = Uint8Array.from({ length: size }, () => {
    const drawn = stream.integer(3)
    return drawn === never ? 0 : drawn
  })
  return {
    arms: 3,
    size,
    tauUsd: 0.01,
    embeddings,
    prompt: Uint32Array.from({ length: size }, (_, i) => i),
    arm,
    quality: Float32Array.from(arm, (a, i) => (a === i % 2 ? 0.9 : 0.2) + 0.1 * stream.uniform()),
    costUsd: Float32Array.from(arm, a => [0.001, 0.002, 0.009][a]),
    propensity: recorded ? new Float64Array(size).fill(1 / 3) : null,
  }
}

test.each([true, false])(
  'a policy learnt from one answer a prompt tells prompts apart (propensities given: %s)',
  async recorded => {
    const log = kinds(recorded)
    const fit = crossFit(log, 1)
    const choices = await heldOutChoices(log, fit, 1, multiply, HOW)
    const right = Array.from(log.prompt, (_, i) =>
      choices[i * PREFERENCE_GRID.length + 2] === i % 2 ? 1 : 0,
    )
    expect(right.reduce((sum: number, one) => sum + one, 0)).toBeGreaterThan(540)
    const resamples = drawResamples(log.size, 1, 100)
    const at = (of: typeof choices) =>
      judge(log, of, fit.nuisances, resamples, ['sndr']).find(({ wc }) => wc === 0.2)
    const [policy, blind] = [at(choices), at(plainMeansChoices(log, fit))]
    // Truth: 0.8 x 0.95 less 0.2 x 0.15 or so.
    expect(policy?.reward.value).toBeCloseTo(0.73, 1)
    expect(policy?.reward.low).toBeGreaterThan(blind?.reward.high ?? Number.NaN)
    expect(policy?.tells).toBe(true)
    expect(policy?.ess).toBeGreaterThan(LEAST_ESS)
  },
  60_000,
)

test('of an LLM that was never served the log cannot tell', () => {
  const log = kinds(false, 2)
  expect(neverServed(log)).toEqual([2])
  const { nuisances } = crossFit(log, 1)
  const [estimate] = judge(log, singleChoices(log, 2), nuisances, drawResamples(log.size, 1, 20), ['sndr'])
  expect(estimate).toMatchObject({ ess: 0, unserved: 1, tells: false })
  const deviation = (arm: number) => nuisances.predicted.deviation[arm]
  expect(deviation(2)).toBeGreaterThan(1.3 * deviation(0))
})

test('what the serving policy earned is measured, not estimated', () => {
  const log = kinds(true)
  const { value, low, high } = measureServed(log, PREFERENCE_GRID[0], drawResamples(log.size, 1, 100))
  expect(value).toBeCloseTo(log.quality.reduce((sum, q) => sum + q, 0) / log.size, 6)
  expect(low).toBeLessThan(value)
  expect(high).toBeGreaterThan(value)
})

test('tau is the 95th percentile of costs with every LLM counting alike', () => {
  const even = {
    arms: 2,
    arm: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
    costUsd: new Float32Array(10).fill(0.001),
  }
  const dear = { ...even, costUsd: even.costUsd.map((cost, i) => (i === 9 ? 0.5 : cost)) }
  expect(servedTau(even)).toBeCloseTo(0.001, 9)
  expect(servedTau(dear)).toBe(0.5)
})
