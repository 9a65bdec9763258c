import type { PreferenceSampling } from '../experiment/options.ts'
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

/** The place on the evaluation grid that is nearest to w: w_c = place / 10. */
export function gridStep(w: Preference): number {
  return Math.round(w.cost * (PREFERENCE_GRID.length - 1))
}

/**
 * One training preference: anywhere on the simplex, evenly (paper, Sec. 2.4), always the same, or one of the two corners.
 * @param fixedCost w_c where the sampling is `fixed`
 */
export function samplePreference(
  stream: RandomStream,
  sampling: PreferenceSampling = 'uniform',
  fixedCost = 0,
): Preference {
  switch (sampling) {
    case 'uniform':
      return preferenceOfCost(stream.uniform())
    case 'fixed':
      return preferenceOfCost(fixedCost)
    case 'corners':
      return preferenceOfCost(stream.uniform() < 0.5 ? 0 : 1)
  }
}
