/** Routers that need no training here, judged on held-out prompts. */
import { evaluateFamilies, type FamilyRow } from '../../core/evaluation/families.ts'
import { policyRouter, type Router, referenceRouters } from '../../core/evaluation/routers.ts'
import { type Evaluation, evaluate } from '../../core/evaluation/sweep.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { knnRouter } from '../../core/routers/knn.ts'
import { readTable } from '../../core/routers/table.ts'
import { rowsOf, type Split, type World } from '../../core/world/world.ts'

/** What prompts that were never trained on say. */
export interface Judged {
  readonly evaluations: readonly Evaluation[]
  readonly families: readonly FamilyRow[]
}

/** kNN over the training prompts, for the prompts of one split. */
export function knnReference(world: World, split: Split): Router {
  const table = readTable(world, rowsOf(world, 'train'), world.tauUsd)
  return knnRouter('knn', world, rowsOf(world, split), table)
}

/** @param policy one to judge beside the references, as router `policy`, or null */
export function judgeReferences(world: World, policy: Policy | null): Judged {
  const shared = [...(policy ? [policyRouter(world, policy)] : []), ...referenceRouters(world)]
  return judge(world, split => [...shared, knnReference(world, split)])
}

/** A policy alone, as router `policy`. */
export function judgePolicy(world: World, policy: Policy): Judged {
  return judge(world, () => [policyRouter(world, policy)])
}

function judge(world: World, routersFor: (split: Split) => readonly Router[]): Judged {
  const splits = (['test', 'ood'] as const).filter(split => rowsOf(world, split).length > 0)
  const judged = splits.map(split => {
    const routers = routersFor(split)
    return {
      evaluation: evaluate(world, split, routers),
      families: evaluateFamilies(world, split, routers),
    }
  })
  return {
    evaluations: judged.map(({ evaluation }) => evaluation),
    families: judged.flatMap(({ families }) => families),
  }
}
