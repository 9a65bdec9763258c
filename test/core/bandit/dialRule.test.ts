import { expect, test } from 'vitest'
import { dialReward } from '../../../src/core/bandit/dialRule.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { PREFERENCE_GRID } from '../../../src/core/bandit/preference.ts'
import { loggedReward } from '../../../src/core/evaluation/routers.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { policyRule } from '../../../src/core/policy/dial.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { embeddingOf, rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()

test('the reward over the dial is the mean of the rule’s own choices, and no other cell is revealed', () => {
  const validation = rowsOf(world, 'validation')
  const environment = createEnvironment(world, validation, 1)
  const pulls: number[] = []
  const watched = {
    ...environment,
    reveal(prompt: number, arm: number) {
      pulls.push(arm)
      return environment.reveal(prompt, arm)
    },
  }
  const rule = () => PREFERENCE_GRID.map((_, step) => step % 3)
  const expected = mean(
    Array.from(validation).flatMap(row =>
      PREFERENCE_GRID.map((w, step) => loggedReward(world, row, step % 3, w)),
    ),
  )
  expectAllClose([dialReward(watched, rule, world.tauUsd)], [expected], { atol: 1e-9 })
  expect(pulls).toEqual(Array.from(validation).flatMap(() => rule()))
})

test('at another tau the same choices earn other rewards', () => {
  const environment = createEnvironment(world, rowsOf(world, 'validation'), 1)
  const dearest = () => PREFERENCE_GRID.map(() => 2)
  expect(dialReward(environment, dearest, world.tauUsd / 10)).toBeLessThan(dialReward(environment, dearest))
})

test('a policy’s rule is the argmax of its reference pass at every w of the dial', () => {
  const policy = boldPolicy(defaultShape(3), 5, 4)
  const arms = Array.from(rowsOf(world, 'test'), row =>
    Array.from(policyRule(policy)(embeddingOf(world, row))),
  )
  expect(arms).toEqual(
    Array.from(rowsOf(world, 'test'), row =>
      PREFERENCE_GRID.map(w => argmax(route(policy, embeddingOf(world, row), w))),
    ),
  )
  expect(new Set(arms.flat()).size).toBeGreaterThan(1)
})
