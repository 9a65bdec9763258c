import type { BanditEnvironment } from '../bandit/environment.ts'
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { reward } from '../bandit/reward.ts'
import { argmax } from '../math/statistics.ts'
import { gridProbabilities } from '../policy/dial.ts'
import type { Policy } from '../policy/policy.ts'

/**
 * Mean reward over the dial of the policy's own choices on a validation environment: what early stopping goes by.
 * Only the chosen arm of each (prompt, w) is revealed, so it asks for no more than deployment would show.
 * @param tauUsd the reward's tau, where a run has another than its world
 */
export function validationReward(
  environment: BanditEnvironment,
  policy: Policy,
  tauUsd = environment.tauUsd,
): number {
  let sum = 0
  for (let prompt = 0; prompt < environment.size; prompt++) {
    gridProbabilities(policy, environment.embedding(prompt)).forEach((row, i) => {
      sum += reward(PREFERENCE_GRID[i], environment.reveal(prompt, argmax(row)), tauUsd)
    })
  }
  return sum / (environment.size * PREFERENCE_GRID.length)
}
