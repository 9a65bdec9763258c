import { expect, test } from 'vitest'
import { PREFERENCE_GRID, preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { dot } from '../../../src/core/math/vectors.ts'
import { bestArm, dialOf } from '../../../src/core/routers/dialOf.ts'
import { knnPredictions, knnRouter, knnRule } from '../../../src/core/routers/knn.ts'
import { readTable } from '../../../src/core/routers/table.ts'
import { embeddingOf, rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const rows = rowsOf(world, 'train')
const table = readTable(world, rows, world.tauUsd)

test('a table holds scores, capped costs and embeddings of its rows', () => {
  expect([table.size, table.arms]).toEqual([rows.length, 3])
  expectAllClose(table.quality.subarray(3, 6), world.score.subarray(rows[1] * 3, rows[1] * 3 + 3))
  const capped = readTable(world, rows, 0.001)
  expect(Math.max(...capped.cost)).toBe(1)
  expectAllClose(capped.cost.subarray(0, 1), [Math.min(1, world.costUsd[rows[0] * 3] / 0.001)], {
    atol: 1e-6,
  })
  expectAllClose(table.embeddings.subarray(384, 768), embeddingOf(world, rows[1]))
})

test('a simulated world’s table holds expected outcomes, not drawn ones', () => {
  const simulated = tinySimulatedWorld()
  const redrawn = { ...simulated, score: simulated.score.map(q => 1 - q) }
  const train = rowsOf(simulated, 'train')
  expect(readTable(redrawn, train, 1)).toEqual(readTable(simulated, train, 1))
})

test('kNN predicts the means of the nearest training prompts', () => {
  const query = embeddingOf(world, rowsOf(world, 'test')[0])
  const near = Array.from(rows.keys())
    .sort((a, b) => dot(query, embeddingOf(world, rows[b])) - dot(query, embeddingOf(world, rows[a])))
    .slice(0, 4)
  const { quality, cost } = knnPredictions(table, query, 384, 4)
  for (let arm = 0; arm < 3; arm++) {
    expectAllClose([quality[arm]], [mean(near.map(i => table.quality[i * 3 + arm]))])
    expectAllClose([cost[arm]], [mean(near.map(i => table.cost[i * 3 + arm]))])
  }
})

test('the router of many prompts agrees with the rule for one, and refuses a row it was not prepared for', () => {
  const tests = rowsOf(world, 'test')
  const router = knnRouter('knn', world, tests, table)
  const rule = knnRule(table)
  for (const row of tests) {
    expect(Array.from(router.dial?.(row) ?? [])).toEqual(Array.from(rule(embeddingOf(world, row))))
    expect(router.choose(row, preferenceOfCost(0.4))).toBe(rule(embeddingOf(world, row))[4])
  }
  expect(() => router.choose(rows[0], preferenceOfCost(0))).toThrow('not prepared')
})

test('an arm is chosen by w_q q - w_c c, the first on ties', () => {
  const [quality, cost] = [
    [0.2, 0.6, 0.9],
    [0, 0.3, 1],
  ]
  expect(Array.from(dialOf(quality, cost, 3))).toEqual(
    PREFERENCE_GRID.map(w => argmax(quality.map((q, arm) => w.quality * q - w.cost * cost[arm]))),
  )
  expect(bestArm([1, 1], [1, 1], 2, preferenceOfCost(0.5))).toBe(0)
  expect(bestArm([9, 9, 0, 1], [0, 0, 0, 0], 2, preferenceOfCost(0), 2)).toBe(1)
})
