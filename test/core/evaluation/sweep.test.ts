import { expect, test } from 'vitest'
import { PREFERENCE_GRID, preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { aiq } from '../../../src/core/evaluation/frontier.ts'
import { loggedReward, policyRouter, referenceRouters } from '../../../src/core/evaluation/routers.ts'
import { evaluate, meanRewardOverDial } from '../../../src/core/evaluation/sweep.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { embeddingOf, rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const policy = initialisePolicy(defaultShape(3), 9)
const evaluation = evaluate(world, 'test', [policyRouter(world, policy), ...referenceRouters(world)])
const tests = Array.from(rowsOf(world, 'test'))
const rowsBy = (router: string) => evaluation.rows.filter(row => row.router === router)
const column = (table: Float32Array, arm: number) => mean(tests.map(row => table[row * 3 + arm]))
const singles = [0, 1, 2].map(arm => ({
  costUsd: column(world.costUsd, arm),
  quality: column(world.score, arm),
}))

test('every router gets a row at each w of the grid and an AIQ', () => {
  const routers = ['policy', 'zero', 'fixed-per-w', 'oracle', 'random', ...world.llms.map(l => `llm:${l.id}`)]
  expect(evaluation.aiq.map(row => row.router)).toEqual(routers)
  for (const router of routers) {
    expect(rowsBy(router).map(row => row.wc)).toEqual(PREFERENCE_GRID.map(w => w.cost))
    expect(rowsBy(router).every(row => row.n === tests.length && row.split === 'test')).toBe(true)
  }
})

test('the oracle has no regret, and nobody has less', () => {
  expectAllClose(
    rowsBy('oracle').map(row => row.regret),
    new Array<number>(11).fill(0),
    { atol: 0 },
  )
  expect(Math.min(...evaluation.rows.map(row => row.regret))).toBeGreaterThanOrEqual(0)
  expect(mean(rowsBy('random').map(row => row.regret))).toBeGreaterThan(0.01)
})

test('regret is the oracle’s reward less the router’s own', () => {
  const best = rowsBy('oracle').map(row => row.reward)
  for (const router of ['policy', 'zero', 'random']) {
    const rows = rowsBy(router)
    expectAllClose(
      rows.map(row => row.regret + row.reward),
      best,
      { atol: 1e-9 },
    )
  }
})

test('a single LLM comes out at its own column means, whatever the dial says', () => {
  world.llms.forEach((llm, arm) => {
    for (const row of rowsBy(`llm:${llm.id}`)) {
      expectAllClose([row.quality, row.costUsd], [singles[arm].quality, singles[arm].costUsd], { atol: 1e-9 })
      const rewards = tests.map(prompt => loggedReward(world, prompt, arm, preferenceOfCost(row.wc)))
      expectAllClose([row.reward], [mean(rewards)], { atol: 1e-9 })
    }
  })
})

test('the random router is the mean over the LLMs', () => {
  const expected = [mean(singles.map(s => s.quality)), mean(singles.map(s => s.costUsd))]
  for (const row of rowsBy('random')) expectAllClose([row.quality, row.costUsd], expected, { atol: 1e-9 })
})

test('the policy’s row is that of its argmax choices', () => {
  const w = preferenceOfCost(0.4)
  const cells = tests.map(row => row * 3 + argmax(route(policy, embeddingOf(world, row), w)))
  const row = rowsBy('policy')[4]
  expectAllClose(
    [row.quality, row.costUsd],
    [mean(cells.map(cell => world.score[cell])), mean(cells.map(cell => world.costUsd[cell]))],
    { atol: 1e-9 },
  )
})

test('the Zero router’s AIQ is that of the single LLMs’ frontier', () => {
  const costs = singles.map(s => s.costUsd)
  const range = { min: Math.min(...costs), max: Math.max(...costs) }
  const zero = evaluation.aiq.filter(row => row.router === 'zero').map(row => row.aiq)
  expectAllClose(zero, [aiq(singles, range)], { atol: 1e-9 })
})

test('the mean reward over the dial is the mean of a router’s rows', () => {
  const expected = mean(rowsBy('zero').map(row => row.reward))
  expectAllClose([meanRewardOverDial(evaluation, 'zero')], [expected], { atol: 1e-12 })
})

test('an empty split gives no rows', () => {
  const whole = tinySimulatedWorld()
  const noTest = { ...whole, split: whole.split.map(split => (split === 2 ? 0 : split)) }
  expect(evaluate(noTest, 'test', referenceRouters(noTest))).toEqual({ rows: [], aiq: [] })
})
