import { expect, test } from 'vitest'
import { PREFERENCE_GRID, preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { frontier } from '../../../src/core/evaluation/frontier.ts'
import {
  fixedPerPreferenceRouter,
  loggedReward,
  oracleRouter,
  zeroRouter,
} from '../../../src/core/evaluation/routers.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { expectedOutcome } from '../../../src/core/world/expectation.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const train = Array.from(rowsOf(world, 'train'))
const meanReward = (arm: number, wc: number) =>
  mean(train.map(row => loggedReward(world, row, arm, preferenceOfCost(wc))))

test('the oracle takes the best logged reward of every prompt', () => {
  const oracle = oracleRouter(world)
  for (const w of PREFERENCE_GRID) {
    for (let row = 0; row < world.size; row++) {
      const rewards = world.llms.map((_, arm) => loggedReward(world, row, arm, w))
      expect(oracle.choose(row, w)).toBe(argmax(rewards))
    }
  }
})

test('the oracle breaks ties to the cheapest', () => {
  const tied = {
    ...world,
    score: world.score.map(() => 1),
    costUsd: world.costUsd.map((_, cell) => [0.003, 0.001, 0.002][cell % 3]),
  }
  expect(oracleRouter(tied).choose(0, preferenceOfCost(0))).toBe(1)
})

test('fixed-per-w takes the LLM with the best mean training reward at each w', () => {
  const router = fixedPerPreferenceRouter(world)
  for (const w of PREFERENCE_GRID) {
    const best = argmax(world.llms.map((_, arm) => meanReward(arm, w.cost)))
    expect(router.choose(0, w)).toBe(best)
  }
  expect(router.choose(0, preferenceOfCost(1))).toBe(0)
})

test('the Zero router takes corners of the single LLMs’ frontier only, and never looks at the prompt', () => {
  const means = world.llms.map((_, arm) => {
    const outcomes = train.map(row => expectedOutcome(world, row, arm))
    return { costUsd: mean(outcomes.map(o => o.costUsd)), quality: mean(outcomes.map(o => o.quality)) }
  })
  const costs = frontier(means).map(corner => corner.costUsd)
  const zero = zeroRouter(world)
  for (const w of PREFERENCE_GRID) {
    const choices = new Set(train.map(row => zero.choose(row, w)))
    expect(choices.size).toBe(1)
    for (const arm of choices) expect(costs).toContain(means[arm ?? -1].costUsd)
  }
})

test('references of a simulated world go by expected outcomes, not by the drawn ones', () => {
  const simulated = tinySimulatedWorld()
  const redrawn = { ...simulated, score: simulated.score.map(q => (q > 0 ? 0 : 0.8)) }
  for (const w of PREFERENCE_GRID) {
    expect(fixedPerPreferenceRouter(redrawn).choose(0, w)).toBe(
      fixedPerPreferenceRouter(simulated).choose(0, w),
    )
    expect(zeroRouter(redrawn).choose(0, w)).toBe(zeroRouter(simulated).choose(0, w))
  }
})
