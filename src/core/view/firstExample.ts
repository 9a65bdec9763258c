import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { reward } from '../bandit/reward.ts'
import { argmax, mean } from '../math/statistics.ts'
import { dialContrast, gridProbabilities } from '../policy/dial.ts'
import type { Policy } from '../policy/policy.ts'
import { expectedOutcome } from '../world/expectation.ts'
import { embeddingOf, type World } from '../world/world.ts'
import { DEFAULT_VIEW } from './view.ts'

/** The dial's default position on the evaluation grid. */
const DEFAULT_STEP = Math.round(DEFAULT_VIEW.wc * (PREFERENCE_GRID.length - 1))

/**
 * The example to open with: of a trained family, the dial shows clearly on it, quality costs money (w_c = 0 scores higher
 * than w_c = .3), and the policy has learnt what the world says.
 * @returns its row
 */
export function firstExample(world: World, policy: Policy): number {
  const merit = Array.from({ length: world.size }, (_, row) => {
    const outcomes = world.llms.map((_, arm) => expectedOutcome(world, row, arm))
    const rows = gridProbabilities(policy, embeddingOf(world, row))
    const arms = rows.map(argmax)
    const regret = PREFERENCE_GRID.map((w, i) => {
      const rewards = outcomes.map(outcome => reward(w, outcome, world.tauUsd))
      return Math.max(...rewards) - rewards[arms[i]]
    })
    const gain = outcomes[arms[0]].quality - outcomes[arms[DEFAULT_STEP]].quality
    const unseen = world.families[world.family[row]].outOfDistribution ? 10 : 0
    return dialContrast(rows) + 20 * Math.min(gain, 0.1) - 20 * (mean(regret) + regret[DEFAULT_STEP]) - unseen
  })
  return argmax(merit)
}
