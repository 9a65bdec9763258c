/** One walk over some prompts that serves every router, every w and every group of prompts. */
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import type { World } from '../world/world.ts'
import { loggedReward, type Router } from './routers.ts'

/** Means over the prompts of a group, at one place on the dial. */
export interface Means {
  /** Mean score, [0, 1]. */
  readonly quality: number
  /** Mean dollars a query. */
  readonly costUsd: number
  /** Mean reward, [-1, 1]. */
  readonly reward: number
  /** Mean reward given up against the best LLM for each prompt, >= 0. */
  readonly regret: number
}

export interface GroupMeans {
  /** Prompts in a group. */
  count(group: number): number
  /** @param step index into the evaluation grid, w_c = step / 10 */
  means(group: number, router: number, step: number): Means
}

const STEPS = PREFERENCE_GRID.length

/**
 * Sums every router's choices at every w over every row, by the rows' fixed outcomes and the world's tau.
 * @param groupOf the group of a row, 0 ... groups - 1
 * @returns means; NaN for a group without prompts
 */
export function groupMeans(
  world: World,
  rows: Uint32Array,
  routers: readonly Router[],
  groups = 1,
  groupOf: (row: number) => number = () => 0,
): GroupMeans {
  const k = world.llms.length
  const counts = new Uint32Array(groups)
  const sum = () => new Float64Array(groups * routers.length * STEPS)
  const sums = { quality: sum(), costUsd: sum(), reward: sum(), regret: sum() }
  const rewards = new Float64Array(STEPS * k)
  for (const row of rows) {
    const group = groupOf(row)
    counts[group]++
    const best = PREFERENCE_GRID.map((w, step) => {
      let most = Number.NEGATIVE_INFINITY
      for (let arm = 0; arm < k; arm++) {
        const gain = loggedReward(world, row, arm, w)
        rewards[step * k + arm] = gain
        if (gain > most) most = gain
      }
      return most
    })
    routers.forEach((router, r) => {
      const dial = router.dial?.(row)
      for (let step = 0; step < STEPS; step++) {
        const arm = dial ? dial[step] : router.choose(row, PREFERENCE_GRID[step])
        const at = (group * routers.length + r) * STEPS + step
        const gained = take(rewards, step * k, arm, k)
        sums.quality[at] += take(world.score, row * k, arm, k)
        sums.costUsd[at] += take(world.costUsd, row * k, arm, k)
        sums.reward[at] += gained
        sums.regret[at] += best[step] - gained
      }
    })
  }
  return {
    count: group => counts[group],
    means(group, router, step) {
      const at = (group * routers.length + router) * STEPS + step
      const n = counts[group]
      return {
        quality: sums.quality[at] / n,
        costUsd: sums.costUsd[at] / n,
        reward: sums.reward[at] / n,
        regret: sums.regret[at] / n,
      }
    },
  }
}

/** An arm's number among the K from `start` on; their mean for an arm drawn at random (null). */
function take(values: ArrayLike<number>, start: number, arm: number | null, k: number): number {
  if (arm !== null) return values[start + arm]
  let sum = 0
  for (let i = 0; i < k; i++) sum += values[start + i]
  return sum / k
}
