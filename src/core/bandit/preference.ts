import type { RandomStream } from '../math/random.ts'

/**
 * A preference w on the 1-simplex: what quality and saving weigh (method: BaRP, Sec. 2).
 * Both in [0, 1], their sum is 1. The dial sets `cost`; `quality` follows.
 */
export interface Preference {
  readonly quality: number
  readonly cost: number
}

/** The preference whose cost weight is `cost`, clamped to [0, 1]. */
export function preferenceOfCost(cost: number): Preference {
  const clamped = Math.min(1, Math.max(0, cost))
  return { quality: 1 - clamped, cost: clamped }
}

/** The evaluation grid: w_c = 0, 0.1 ... 1. */
export const PREFERENCE_GRID: readonly Preference[] = Array.from({ length: 11 }, (_, i) =>
  preferenceOfCost(i / 10),
)

/** How training draws a preference: `uniform` on the simplex (paper, Sec. 2.4). */
export function samplePreference(stream: RandomStream): Preference {
  return preferenceOfCost(stream.uniform())
}
