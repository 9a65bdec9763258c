import { expect, test } from 'vitest'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { PREFERENCE_GRID } from '../../../src/core/bandit/preference.ts'
import { validationReward } from '../../../src/core/learning/validation.ts'
import { argmax, mean } from '../../../src/core/math/statistics.ts'
import { route } from '../../../src/core/policy/forward.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const rows = rowsOf(world, 'test')
const environment = createEnvironment(world, rows, 1)
const policy = boldPolicy(defaultShape(3), 5, 4)

test('only the routed arm of each prompt and preference is revealed', () => {
  const seen: string[] = []
  const recorder = {
    ...environment,
    reveal(prompt: number, arm: number) {
      seen.push(`${prompt}:${arm}`)
      return environment.reveal(prompt, arm)
    },
  }
  validationReward(recorder, policy)
  const routed = Array.from(rows, (_, prompt) =>
    PREFERENCE_GRID.map(w => `${prompt}:${argmax(route(policy, environment.embedding(prompt), w))}`),
  )
  expect(seen).toEqual(routed.flat())
  expect(new Set(seen).size).toBeGreaterThan(rows.length)
})

test('the validation reward is the mean over prompts and the dial', () => {
  const rewards = Array.from(rows, (row, prompt) =>
    PREFERENCE_GRID.map(w => {
      const cell = row * 3 + argmax(route(policy, environment.embedding(prompt), w))
      return w.quality * world.score[cell] - w.cost * Math.min(world.costUsd[cell] / world.tauUsd, 1)
    }),
  )
  expectAllClose([validationReward(environment, policy)], [mean(rewards.flat())], { atol: 1e-9 })
})
