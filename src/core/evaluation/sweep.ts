/** Routers evaluated over the whole dial, on the fixed outcomes of a split. */
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { mean } from '../math/statistics.ts'
import { rowsOf, type Split, type World } from '../world/world.ts'
import { aiq, type OperatingPoint } from './frontier.ts'
import { groupMeans, type Means } from './groupMeans.ts'
import type { Router } from './routers.ts'

/** Means over a split at one preference. */
export interface EvaluationRow extends Means {
  readonly world: string
  readonly split: Split
  readonly router: string
  readonly wc: number
  /** Prompts. */
  readonly n: number
}

export interface AiqRow {
  readonly world: string
  readonly split: Split
  readonly router: string
  /** Average improvement in quality, [0, 1]. */
  readonly aiq: number
}

/** Routers in the order in which they were given; within each the dial from quality to saving. */
export interface Evaluation {
  readonly rows: readonly EvaluationRow[]
  readonly aiq: readonly AiqRow[]
}

/** Every router at w_c = 0, 0.1 ... 1 on one split. An empty split gives no rows. */
export function evaluate(world: World, split: Split, routers: readonly Router[]): Evaluation {
  const rows = rowsOf(world, split)
  if (rows.length === 0) return { rows: [], aiq: [] }
  const totals = groupMeans(world, rows, routers)
  const sweeps = routers.map((router, r) =>
    PREFERENCE_GRID.map(
      (w, step): EvaluationRow => ({
        world: world.id,
        split,
        router: router.name,
        wc: w.cost,
        n: rows.length,
        ...totals.means(0, r, step),
      }),
    ),
  )
  const singles = singlePoints(world, rows)
  const costs = singles.map(single => single.costUsd)
  const range = { min: Math.min(...costs), max: Math.max(...costs) }
  return {
    rows: sweeps.flat(),
    aiq: routers.map((router, i) => ({
      world: world.id,
      split,
      router: router.name,
      // The Zero router's frontier is the single LLMs' own, mixtures included.
      aiq: aiq(router.name === 'zero' ? singles : sweeps[i], range),
    })),
  }
}

/** Mean cost and quality of each LLM alone. */
function singlePoints(world: World, rows: Uint32Array): OperatingPoint[] {
  const k = world.llms.length
  const column = (table: Float32Array, arm: number) =>
    mean(Float64Array.from(rows, row => table[row * k + arm]))
  return world.llms.map((_, arm) => ({
    costUsd: column(world.costUsd, arm),
    quality: column(world.score, arm),
  }))
}

/**
 * Mean reward over the whole dial, [-1, 1]: one number for a router on a split; NaN where it has no rows.
 * @param split may be left out where the evaluation is of one split
 */
export function meanRewardOverDial(
  { rows }: Pick<Evaluation, 'rows'>,
  router: string,
  split?: Split,
): number {
  const own = rows.filter(row => row.router === router && (split === undefined || row.split === split))
  return mean(own.map(row => row.reward))
}
