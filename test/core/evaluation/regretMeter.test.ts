import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { reward } from '../../../src/core/bandit/reward.ts'
import { createRegretMeter } from '../../../src/core/evaluation/regretMeter.ts'
import type { StepRecord } from '../../../src/core/learning/record.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectedOutcome } from '../../../src/core/world/expectation.ts'
import { promptName, rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const rows = rowsOf(world, 'train')
const UNIFORM = { preferences: 'uniform', fixedCost: 0 } as const

/** A batch of one round. */
function record(prompt: number, wc: number, arm: number): StepRecord {
  const w = preferenceOfCost(wc)
  const outcome = expectedOutcome(world, rows[prompt], arm)
  return {
    step: 1,
    prompts: Uint32Array.of(prompt),
    preferences: [w],
    arms: Uint8Array.of(arm),
    probabilities: Float32Array.of(0.2, 0.3, 0.5),
    outcomes: [outcome],
    rewards: Float64Array.of(reward(w, outcome, world.tauUsd)),
    advantages: Float64Array.of(0.1),
    entropy: 1,
    gradientNorm: 1,
  }
}

test('the regret of a round is what its best arm would have earned more', () => {
  const regretMeter = createRegretMeter(world, rows, world.tauUsd, UNIFORM)
  const arbitrary = fc.tuple(fc.nat(rows.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2))
  fc.assert(
    fc.property(arbitrary, ([prompt, wc, arm]) => {
      const rewards = [0, 1, 2].map(other =>
        reward(preferenceOfCost(wc), expectedOutcome(world, rows[prompt], other), world.tauUsd),
      )
      expectAllClose([regretMeter.regret(record(prompt, wc, arm))], [Math.max(...rewards) - rewards[arm]])
    }),
  )
})

test('the view of a round shows what was pulled and, apart from it, what was not', () => {
  const regretMeter = createRegretMeter(world, rows, world.tauUsd, UNIFORM)
  const view = regretMeter.view(record(2, 0.5, 1), 0)
  expect(view).toMatchObject({
    prompt: promptName(world, rows[2]),
    text: null,
    wc: 0.5,
    arm: 1,
    advantage: 0.1,
  })
  expectAllClose(view.probabilities, [0.2, 0.3, 0.5])
  expect(view.hidden).toHaveLength(3)
  expectAllClose([view.hidden[1].reward], [view.reward])
  expectAllClose([view.hidden[2].quality], [world.score[rows[2] * 3 + 2]])
})

test('reference lines at a fixed w are those of brute force', () => {
  const w = preferenceOfCost(0.3)
  const table = Array.from(rows, row =>
    [0, 1, 2].map(arm => reward(w, expectedOutcome(world, row, arm), world.tauUsd)),
  )
  const { references } = createRegretMeter(world, rows, world.tauUsd, {
    preferences: 'fixed',
    fixedCost: 0.3,
  })
  expectAllClose(
    [references.random, references.bestFixed, references.oracle],
    [
      mean(table.map(mean)),
      Math.max(...[0, 1, 2].map(arm => mean(table.map(row => row[arm])))),
      mean(table.map(row => Math.max(...row))),
    ],
  )
})

test('over all w random earns what it earns in the middle, since a reward is linear in w; who looks earns more', () => {
  const at = (preferences: 'uniform' | 'fixed' | 'corners') =>
    createRegretMeter(world, rows, world.tauUsd, { preferences, fixedCost: 0.5 }).references
  expectAllClose([at('uniform').random, at('corners').random], [at('fixed').random, at('fixed').random])
  expect(at('uniform').oracle).toBeGreaterThan(at('fixed').oracle)
})

test('random is below the best fixed LLM, and that is below the oracle, however w is drawn', () => {
  for (const preferences of ['uniform', 'fixed', 'corners'] as const) {
    const { references } = createRegretMeter(world, rows, world.tauUsd, { preferences, fixedCost: 0.6 })
    expect(references.random).toBeLessThan(references.bestFixed)
    expect(references.bestFixed).toBeLessThanOrEqual(references.oracle)
  }
})

test('in a simulated world the regretMeter goes by expected outcomes, not by the fixed draws', () => {
  const simulated = tinySimulatedWorld()
  const regretMeter = createRegretMeter(simulated, rowsOf(simulated, 'train'), simulated.tauUsd, UNIFORM)
  const drawn = { ...simulated, score: simulated.score.map(q => 1 - q) }
  const again = createRegretMeter(drawn, rowsOf(drawn, 'train'), drawn.tauUsd, UNIFORM)
  expect(again.references).toEqual(regretMeter.references)
})
