import type { BanditEnvironment } from '../bandit/environment.ts'
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { reward } from '../bandit/reward.ts'
import type { DialRule } from './learner.ts'

/**
 * Mean reward of a rule's own choices over an environment's prompts and w_c = 0, 0.1 ... 1: what learners are stopped by.
 * Only the chosen arm of each (prompt, w) is revealed, as deployment would show it.
 * @param tauUsd the run's tau, dollars
 */
export function dialReward(environment: BanditEnvironment, rule: DialRule, tauUsd: number): number {
  let sum = 0
  for (let prompt = 0; prompt < environment.size; prompt++) {
    const dial = rule(environment.embedding(prompt))
    PREFERENCE_GRID.forEach((w, step) => {
      sum += reward(w, environment.reveal(prompt, dial[step]), tauUsd)
    })
  }
  return sum / (environment.size * PREFERENCE_GRID.length)
}
