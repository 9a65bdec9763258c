/** What the whole dial does to one prompt: pi over every w, and where the choice flips. */
import type { DialRule } from '../bandit/dialRule.ts'
import { PREFERENCE_GRID, type Preference, preferenceOfCost } from '../bandit/preference.ts'
import { argmax, mean } from '../math/statistics.ts'
import { activate, promptPreactivation } from './forward.ts'
import type { Policy } from './policy.ts'

/** Steps of the dial: w_c = 0, 0.01 ... 1. */
export const DIAL_STEPS = 100

/** pi(. | x, w) at the 101 dial positions, cheapest-first arms in each row. */
export function spectrum(policy: Policy, preactivation: Float32Array): Float32Array[] {
  return Array.from(
    { length: DIAL_STEPS + 1 },
    (_, step) => activate(policy, preactivation, preferenceOfCost(step / DIAL_STEPS)).probabilities,
  )
}

/** A place on the dial where another LLM takes over. */
export interface Flip {
  /** w_c on the far side of the change, seen from the current position, to the dial's precision. */
  readonly wc: number
  /** The arm chosen there. */
  readonly arm: number
}

/** The nearest change of argmax on either side of `w`; null where the choice holds to the dial's end. */
export function nearestFlips(
  rows: readonly Float32Array[],
  w: Preference,
): { quality: Flip | null; saving: Flip | null } {
  const start = Math.round(w.cost * DIAL_STEPS)
  const chosen = argmax(rows[start])
  const search = (direction: 1 | -1): Flip | null => {
    for (let step = start + direction; step >= 0 && step <= DIAL_STEPS; step += direction) {
      const arm = argmax(rows[step])
      if (arm !== chosen) return { wc: step / DIAL_STEPS, arm }
    }
    return null
  }
  return { quality: search(-1), saving: search(1) }
}

/** pi(. | x, w) at the eleven points of the evaluation grid. */
export function gridProbabilities(policy: Policy, embedding: ArrayLike<number>): Float32Array[] {
  const preactivation = promptPreactivation(policy, embedding)
  return PREFERENCE_GRID.map(w => activate(policy, preactivation, w).probabilities)
}

/** A policy's rule along the dial: argmax of pi(. | x, w). It reads the parameters at every call. */
export function policyRule(policy: Policy): DialRule {
  return embedding => gridProbabilities(policy, embedding).map(argmax)
}

/**
 * How clearly the dial shows on a prompt: the number of LLMs that get most of the probability somewhere on the
 * evaluation grid, plus (below 1) the mean probability of the routed one.
 * @param rows as `gridProbabilities` returns them
 */
export function dialContrast(rows: readonly Float32Array[]): number {
  const decided = rows.filter(row => row[argmax(row)] > 0.5)
  return new Set(decided.map(argmax)).size + mean(rows.map(row => row[argmax(row)]))
}
