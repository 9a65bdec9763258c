/** The routers that every policy is compared with. They may read whole tables: they are references, not bandits. */
import type { DialRule } from '../bandit/dialRule.ts'
import { gridStep, PREFERENCE_GRID, type Preference } from '../bandit/preference.ts'
import { reward, scaledCost } from '../bandit/reward.ts'
import { argmax, mean } from '../math/statistics.ts'
import { policyRule } from '../policy/dial.ts'
import { route } from '../policy/forward.ts'
import type { Policy } from '../policy/policy.ts'
import { expectedOutcome } from '../world/expectation.ts'
import { embeddingOf, rowsOf, type World } from '../world/world.ts'
import { frontier } from './frontier.ts'

export interface Router {
  readonly name: string
  /** The LLM for one prompt (a row of the world) at w, or null for one drawn at random. */
  choose(row: number, w: Preference): number | null
  /** The same at w_c = 0, 0.1 ... 1 in one go, where that is cheaper. */
  readonly dial?: (row: number) => ArrayLike<number>
}

/** The trained policy: argmax of pi(. | x, w). */
export function policyRouter(world: World, policy: Policy): Router {
  const rule = policyRule(policy)
  return {
    name: 'policy',
    choose: (row, w) => argmax(route(policy, embeddingOf(world, row), w)),
    dial: row => rule(embeddingOf(world, row)),
  }
}

/** A learner's rule as a router. */
export function ruleRouter(name: string, world: World, rule: DialRule): Router {
  const dial = (row: number) => rule(embeddingOf(world, row))
  return { name, dial, choose: (row, w) => dial(row)[gridStep(w)] }
}

/** Reward of an arm's fixed outcome on a row. */
export function loggedReward(world: World, row: number, arm: number, w: Preference): number {
  const cell = row * world.llms.length + arm
  return reward(w, { quality: world.score[cell], costUsd: world.costUsd[cell] }, world.tauUsd)
}

/** Best reward on each prompt, by its own outcomes; ties to the cheapest. At w_c = 0: best score at least cost. */
export function oracleRouter(world: World): Router {
  const choose = (row: number, w: Preference) => {
    const k = world.llms.length
    const cost = (arm: number) => world.costUsd[row * k + arm]
    let best = 0
    for (let arm = 1; arm < k; arm++) {
      const gain = loggedReward(world, row, arm, w) - loggedReward(world, row, best, w)
      if (gain > 0 || (gain === 0 && cost(arm) < cost(best))) best = arm
    }
    return best
  }
  return { name: 'oracle', choose }
}

/** One LLM for every prompt. */
export function fixedRouter(world: World, arm: number): Router {
  return { name: `llm:${world.llms[arm].id}`, choose: () => arm }
}

export const RANDOM_ROUTER: Router = { name: 'random', choose: () => null }

/** Mean expected outcome of each LLM over the training rows, and its mean reward at any w. */
function trainingMeans(world: World) {
  const rows = Array.from(rowsOf(world, 'train'))
  return world.llms.map((_, arm) => {
    const outcomes = rows.map(row => expectedOutcome(world, row, arm))
    const costUsd = mean(outcomes.map(o => o.costUsd))
    const quality = mean(outcomes.map(o => o.quality))
    const scaled = mean(outcomes.map(o => scaledCost(o.costUsd, world.tauUsd)))
    return { costUsd, quality, rewardAt: (w: Preference) => w.quality * quality - w.cost * scaled }
  })
}

/** The best single LLM chosen anew at each w, by mean reward on the full training table. */
export function fixedPerPreferenceRouter(world: World): Router {
  const means = trainingMeans(world)
  const chosen = PREFERENCE_GRID.map(w => argmax(means.map(m => m.rewardAt(w))))
  return { name: 'fixed-per-w', choose: (_, w) => chosen[gridStep(w)] }
}

/** The Zero router: at each w the best corner of the single LLMs' frontier on the training table; blind to the prompt. */
export function zeroRouter(world: World): Router {
  const means = trainingMeans(world)
  const corners = frontier(means).map(corner =>
    means.findIndex(m => m.costUsd === corner.costUsd && m.quality === corner.quality),
  )
  const choose = (_: number, w: Preference) => corners[argmax(corners.map(arm => means[arm].rewardAt(w)))]
  return { name: 'zero', choose }
}

/** All references for a world, cheapest LLM first. */
export function referenceRouters(world: World): Router[] {
  return [
    zeroRouter(world),
    fixedPerPreferenceRouter(world),
    oracleRouter(world),
    RANDOM_ROUTER,
    ...world.llms.map((_, arm) => fixedRouter(world, arm)),
  ]
}
