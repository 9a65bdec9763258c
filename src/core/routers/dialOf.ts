import { PREFERENCE_GRID } from '../bandit/preference.ts'

/**
 * Arms at w_c = 0, 0.1 ... 1 for a router that predicts outcomes: argmax of w_q q - w_c c, the first on ties.
 * @param quality predicted scores, K numbers from `offset` on
 * @param cost predicted costs on the reward's scale, likewise
 */
export function dialOf(
  quality: ArrayLike<number>,
  cost: ArrayLike<number>,
  arms: number,
  offset = 0,
): Uint8Array {
  return Uint8Array.from(PREFERENCE_GRID, w => bestArm(quality, cost, arms, w, offset))
}

/** The arm with the best predicted reward at one w. */
export function bestArm(
  quality: ArrayLike<number>,
  cost: ArrayLike<number>,
  arms: number,
  w: { readonly quality: number; readonly cost: number },
  offset = 0,
): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let arm = 0; arm < arms; arm++) {
    const value = w.quality * quality[offset + arm] - w.cost * cost[offset + arm]
    if (value > most) {
      most = value
      best = arm
    }
  }
  return best
}
