import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PREFERENCE_GRID, preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { aiq } from '../../../src/core/evaluation/frontier.ts'
import { groupMeans } from '../../../src/core/evaluation/groupMeans.ts'
import {
  fixedRouter,
  oracleRouter,
  RANDOM_ROUTER,
  type Router,
} from '../../../src/core/evaluation/routers.ts'
import { evaluate } from '../../../src/core/evaluation/sweep.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { rowsOf, type World } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

/** The tiny world with two chosen rows: scores and costs worked by hand below, tau = $0.01. */
const base = tinyWorld()
const handmade: World = {
  ...base,
  tauUsd: 0.01,
  score: Float32Array.from([0, 0.5, 1, 1, 1, 0, ...new Array(base.score.length - 6).fill(0)]),
  costUsd: Float32Array.from([
    0.001,
    0.002,
    0.02,
    0.001,
    0.004,
    0.03,
    ...new Array(base.score.length - 6).fill(0),
  ]),
}
const two = Uint32Array.from([0, 1])

test('rewards and regrets of two prompts, by hand', () => {
  const routers = [fixedRouter(handmade, 1), RANDOM_ROUTER, oracleRouter(handmade)]
  const { means } = groupMeans(handmade, two, routers)
  // w_c = 0.5. Prompt 0: (-.05, .15, 0); prompt 1: (.45, .3, -.5). Best .15 and .45.
  expectAllClose(
    [0, 1, 2].map(r => means(0, r, 5).reward),
    [(0.15 + 0.3) / 2, (0.1 / 3 + 0.25 / 3) / 2, (0.15 + 0.45) / 2],
  )
  expectAllClose(
    [0, 1, 2].map(r => means(0, r, 5).regret),
    [0.15 / 2, (0.15 + 0.45 - 0.35 / 3) / 2, 0],
  )
  expectAllClose([means(0, 0, 5).quality, means(0, 0, 5).costUsd], [0.75, 0.003])
  // w_c = 0: the oracle answers right both times, the second time with the cheaper of two.
  expectAllClose([means(0, 2, 0).reward, means(0, 2, 0).costUsd], [1, (0.02 + 0.001) / 2])
  // w_c = 1: only the cost counts, capped at 1.
  expectAllClose([means(0, 0, 10).reward, means(0, 1, 10).reward], [-0.3, -(1.3 / 3 + 1.5 / 3) / 2])
})

test('a dial in one go and one choice at a time come to the same', () => {
  const arm = (row: number, step: number) => (7 * row + step) % 3
  const single: Router = { name: 'a', choose: (row, w) => arm(row, Math.round(10 * w.cost)) }
  const dial: Router = {
    name: 'b',
    choose: () => null,
    dial: row => PREFERENCE_GRID.map((_, step) => arm(row, step)),
  }
  const { means } = groupMeans(base, rowsOf(base, 'test'), [single, dial])
  PREFERENCE_GRID.forEach((_, step) => {
    expect(means(0, 1, step)).toEqual(means(0, 0, step))
  })
})

test('groups are kept apart, for every router, and counted', () => {
  const routers = [fixedRouter(handmade, 0), fixedRouter(handmade, 1)]
  const { count, means } = groupMeans(handmade, two, routers, 3, row => (row === 0 ? 0 : 2))
  expect([0, 1, 2].map(count)).toEqual([1, 0, 1])
  const qualities = [0, 2].flatMap(group => [0, 1].map(router => means(group, router, 0).quality))
  expectAllClose(qualities, [0, 0.5, 1, 1])
})

test('any router on any table: figures as counted prompt by prompt', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), seed => {
      const stream = createStream(seed, 'fixture/table')
      const world = {
        ...base,
        score: base.score.map(() => stream.uniform()),
        costUsd: base.costUsd.map(() => 0.02 * stream.uniform()),
        tauUsd: 0.012,
      }
      const tests = rowsOf(world, 'test')
      const arms = Array.from({ length: world.size * 11 }, () => stream.integer(3))
      const router: Router = {
        name: 'any',
        choose: (row, w) => arms[row * 11 + Math.round(10 * w.cost)],
      }
      const { rows, aiq: areas } = evaluate(world, 'test', [router])
      const reward = (row: number, arm: number, wc: number) =>
        (1 - wc) * world.score[row * 3 + arm] - wc * Math.min(1, world.costUsd[row * 3 + arm] / 0.012)
      rows.forEach((found, step) => {
        const { cost: wc } = preferenceOfCost(step / 10)
        let [own, best, quality, costUsd] = [0, 0, 0, 0]
        for (const row of tests) {
          const arm = arms[row * 11 + step]
          own += reward(row, arm, wc) / tests.length
          best += Math.max(...[0, 1, 2].map(other => reward(row, other, wc))) / tests.length
          quality += world.score[row * 3 + arm] / tests.length
          costUsd += world.costUsd[row * 3 + arm] / tests.length
        }
        expectAllClose(
          [found.reward, found.regret, found.quality, found.costUsd],
          [own, best - own, quality, costUsd],
          { atol: 1e-9 },
        )
      })
      const costs = [0, 1, 2].map(arm =>
        tests.reduce((sum, row) => sum + world.costUsd[row * 3 + arm] / tests.length, 0),
      )
      const range = { min: Math.min(...costs), max: Math.max(...costs) }
      expectAllClose([areas[0].aiq], [aiq(rows, range)], { atol: 1e-9 })
    }),
    { numRuns: 50 },
  )
})
