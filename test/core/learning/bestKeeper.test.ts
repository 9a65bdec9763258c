import { expect, test } from 'vitest'
import { type DialRule, dialReward } from '../../../src/core/bandit/dialRule.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { PREFERENCE_GRID } from '../../../src/core/bandit/preference.ts'
import { BestKeeper } from '../../../src/core/learning/bestKeeper.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const environment = createEnvironment(world, rowsOf(world, 'validation'), 1)
/** Always the same LLM. */
const always =
  (arm: number): DialRule =>
  () =>
    PREFERENCE_GRID.map(() => arm)
const rewardOf = (arm: number) => dialReward(environment, always(arm), world.tauUsd)
const byReward = [0, 1, 2].sort((a, b) => rewardOf(a) - rewardOf(b))
const keeper = () => new BestKeeper(environment, world.tauUsd, always)

test('the best of what was validated is kept, and the earliest of equals', () => {
  const [worst, middle, best] = byReward
  const kept = keeper()
  expect(kept.best).toBeNull()
  expect([middle, best, worst, best].map((arm, i) => kept.validate(10 * i, arm))).toEqual(
    [middle, best, worst, best].map(rewardOf),
  )
  expect(kept.best).toEqual({ step: 10, reward: rewardOf(best), kept: best })
})

test('it goes on from the best of an earlier run', () => {
  const [worst, middle, best] = byReward
  const first = keeper()
  first.validate(5, middle)
  const second = keeper()
  second.restore(first.best)
  second.validate(6, worst)
  expect(second.best).toEqual(first.best)
  second.validate(7, best)
  expect(second.best).toMatchObject({ step: 7, kept: best })
})
