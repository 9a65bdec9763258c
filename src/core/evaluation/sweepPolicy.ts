import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { reward } from '../bandit/reward.ts'
import { policyRule } from '../policy/dial.ts'
import type { Policy } from '../policy/policy.ts'
import { embeddingOf, type World } from '../world/world.ts'
import type { Sweep } from './curve.ts'

/** The policy's argmax choices on some rows (at least one) along the dial, by their fixed outcomes and the world's own tau. */
export function sweepPolicy(world: World, policy: Policy, rows: Uint32Array): Sweep {
  const k = world.llms.length
  const rule = policyRule(policy)
  const sums = PREFERENCE_GRID.map(() => ({ quality: 0, costUsd: 0, reward: 0 }))
  for (const row of rows) {
    Array.from(rule(embeddingOf(world, row))).forEach((arm, i) => {
      const cell = row * k + arm
      const outcome = { quality: world.score[cell], costUsd: world.costUsd[cell] }
      sums[i].quality += outcome.quality
      sums[i].costUsd += outcome.costUsd
      sums[i].reward += reward(PREFERENCE_GRID[i], outcome, world.tauUsd)
    })
  }
  const points = sums.map(({ quality, costUsd, reward }, i) => ({
    wc: PREFERENCE_GRID[i].cost,
    quality: quality / rows.length,
    costUsd: costUsd / rows.length,
    reward: reward / rows.length,
  }))
  return { n: rows.length, points }
}
