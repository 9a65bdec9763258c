/** Routers evaluated family by family: where a policy earns its reward, and where it does not. */
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { mean } from '../math/statistics.ts'
import { rowsOf, type Split, type World } from '../world/world.ts'
import { groupMeans, type Means } from './groupMeans.ts'
import type { Router } from './routers.ts'

/** Means over the prompts of a family and over the whole dial, w_c = 0, 0.1 ... 1. */
export interface FamilyRow extends Means {
  readonly world: string
  readonly split: Split
  /** Id of the family. */
  readonly family: string
  readonly router: string
  /** Prompts. */
  readonly n: number
}

/** Every router on every family that has prompts in the split, in the world's order of families. */
export function evaluateFamilies(world: World, split: Split, routers: readonly Router[]): FamilyRow[] {
  const totals = groupMeans(
    world,
    rowsOf(world, split),
    routers,
    world.families.length,
    row => world.family[row],
  )
  return world.families.flatMap((family, group) => {
    const n = totals.count(group)
    if (n === 0) return []
    return routers.map((router, r): FamilyRow => {
      const steps = PREFERENCE_GRID.map((_, step) => totals.means(group, r, step))
      return {
        world: world.id,
        split,
        family: family.id,
        router: router.name,
        n,
        quality: mean(steps.map(step => step.quality)),
        costUsd: mean(steps.map(step => step.costUsd)),
        reward: mean(steps.map(step => step.reward)),
        regret: mean(steps.map(step => step.regret)),
      }
    })
  })
}
