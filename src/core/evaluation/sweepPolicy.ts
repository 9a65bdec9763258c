import { PREFERENCE_GRID } from '../bandit/preference.ts'
import type { Policy } from '../policy/policy.ts'
import type { World } from '../world/world.ts'
import type { Sweep } from './curve.ts'
import { groupMeans } from './groupMeans.ts'
import { policyRouter } from './routers.ts'

/** The policy's argmax choices on some rows (at least one) along the dial, by their fixed outcomes and the world's own tau. */
export function sweepPolicy(world: World, policy: Policy, rows: Uint32Array): Sweep {
  const totals = groupMeans(world, rows, [policyRouter(world, policy)])
  const points = PREFERENCE_GRID.map((w, step) => {
    const { quality, costUsd, reward } = totals.means(0, 0, step)
    return { wc: w.cost, quality, costUsd, reward }
  })
  return { n: rows.length, points }
}
