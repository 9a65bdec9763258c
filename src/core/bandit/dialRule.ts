import type { BanditEnvironment } from './environment.ts'
import { PREFERENCE_GRID } from './preference.ts'
import { reward } from './reward.ts'

/**
 * How a router goes along the dial: one prompt's arms at w_c = 0, 0.1 ... 1, without exploring.
 * @param embedding unit vector of 384 numbers
 * @returns eleven arms
 */
export type DialRule = (embedding: Float32Array) => ArrayLike<number>

/**
 * Mean reward of a rule's own choices over an environment's prompts and the dial, in [-1, 1]; NaN without a prompt. Of
 * each prompt and w only the chosen arm is revealed: it asks for no more than deployment would show.
 * @param tauUsd the reward's tau, dollars, where a run has another than its world
 */
export function dialReward(
  environment: BanditEnvironment,
  rule: DialRule,
  tauUsd = environment.tauUsd,
): number {
  let sum = 0
  for (let prompt = 0; prompt < environment.size; prompt++) {
    const arms = rule(environment.embedding(prompt))
    PREFERENCE_GRID.forEach((w, step) => {
      sum += reward(w, environment.reveal(prompt, arms[step]), tauUsd)
    })
  }
  return sum / (environment.size * PREFERENCE_GRID.length)
}
