/** A router judged over the whole dial, on the fixed outcomes of a split. */
import { PREFERENCE_GRID, type Preference } from '../bandit/preference.ts'
import { mean } from '../math/statistics.ts'
import { rowsOf, type Split, type World } from '../world/world.ts'
import { aiq, type OperatingPoint } from './frontier.ts'
import { fixedRouter, loggedReward, oracleRouter, type Router } from './routers.ts'

/** Means over a split at one preference. */
export interface EvaluationRow {
  readonly world: string
  readonly split: Split
  readonly router: string
  readonly wc: number
  /** Mean score, [0, 1]. */
  readonly quality: number
  /** Mean dollars a query. */
  readonly costUsd: number
  /** Mean reward, [-1, 1]. */
  readonly reward: number
  /** Mean reward given up against the best LLM for each prompt, >= 0. */
  readonly regret: number
  /** Prompts. */
  readonly n: number
}

export interface AiqRow {
  readonly world: string
  readonly split: Split
  readonly router: string
  readonly aiq: number
}

export interface Evaluation {
  readonly rows: readonly EvaluationRow[]
  readonly aiq: readonly AiqRow[]
}

/** Every router at w_c = 0, 0.1 ... 1 on one split. An empty split gives no rows. */
export function evaluate(world: World, split: Split, routers: readonly Router[]): Evaluation {
  const rows = rowsOf(world, split)
  if (rows.length === 0) return { rows: [], aiq: [] }
  const sweeps = routers.map(router => PREFERENCE_GRID.map(w => evaluateAt(world, split, rows, router, w)))
  const singles = world.llms.map((_, arm) =>
    evaluateAt(world, split, rows, fixedRouter(world, arm), PREFERENCE_GRID[0]),
  )
  const costs = singles.map(single => single.costUsd)
  const range = { min: Math.min(...costs), max: Math.max(...costs) }
  return {
    rows: sweeps.flat(),
    aiq: routers.map((router, i) => ({
      ...{ world: world.id, split, router: router.name },
      // The Zero router's frontier is the single LLMs' own, mixtures included.
      aiq: aiq(router.name === 'zero' ? singles : pointsOf(sweeps[i]), range),
    })),
  }
}

function pointsOf(sweep: readonly EvaluationRow[]): OperatingPoint[] {
  return sweep.map(({ costUsd, quality }) => ({ costUsd, quality }))
}

function evaluateAt(
  world: World,
  split: Split,
  rows: Uint32Array,
  router: Router,
  w: Preference,
): EvaluationRow {
  const k = world.llms.length
  const best = oracleRouter(world)
  const quality: number[] = []
  const costUsd: number[] = []
  const rewards: number[] = []
  const regret: number[] = []
  const arms = Array.from({ length: k }, (_, arm) => arm)
  for (const row of rows) {
    const choice = router.choose(row, w)
    const pulled = choice === null ? arms : [choice]
    const gained = mean(pulled.map(arm => loggedReward(world, row, arm, w)))
    quality.push(mean(pulled.map(arm => world.score[row * k + arm])))
    costUsd.push(mean(pulled.map(arm => world.costUsd[row * k + arm])))
    rewards.push(gained)
    regret.push(loggedReward(world, row, best.choose(row, w) ?? 0, w) - gained)
  }
  return {
    ...{ world: world.id, split, router: router.name, wc: w.cost, n: rows.length },
    quality: mean(quality),
    costUsd: mean(costUsd),
    reward: mean(rewards),
    regret: mean(regret),
  }
}

/** Mean reward over the whole dial: one number for a router on a split. */
export function meanRewardOverDial(evaluation: Evaluation, router: string): number {
  return mean(evaluation.rows.filter(row => row.router === router).map(row => row.reward))
}
