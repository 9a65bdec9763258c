/** What each family of the simulated world must come out at: published figures, or what follows from them. */

import { mean } from '../../math/statistics.ts'
import { unreachable } from '../../unreachable.ts'
import type { FamilyTarget } from '../itemResponse.ts'
import published from './published.json'
import { OVERALL_SCORE, ROUTERBENCH_LLMS, type RouterBenchFamily } from './roster.ts'

/** Assumed for families of free-text answers: that of Python tasks (.434), the one such family with a figure on all prompts. */
const FREE_TEXT_CORRELATION = published.fewShot.mbpp.meanPairCorrelation

/** Published figures of one task; costs in dollars a call, LLMs in the roster's order. */
export interface PublishedTask {
  readonly n: number
  readonly meanScore: readonly number[]
  readonly meanCostUsd: readonly number[]
  readonly oracleScore: number
  readonly meanPairCorrelation: number
}

const TASKS: Readonly<Record<string, PublishedTask>> = { ...published.fewShot, ...published.zeroShotSample }

/** The published task a family follows, or null where only a family mean exists. */
export function publishedTask(family: RouterBenchFamily): PublishedTask | null {
  return 'task' in family.scores ? TASKS[family.scores.task] : null
}

/** Where no figure per LLM exists: the overall scores, moved on the logit scale to the family's mean. */
export function scoreTarget(family: RouterBenchFamily): FamilyTarget {
  if ('task' in family.scores) {
    const task = TASKS[family.scores.task]
    return { ...task, meanScore: family.scores.meanScore ?? task.meanScore }
  }
  const wanted = family.scores.mean
  const shifted = (shift: number) =>
    OVERALL_SCORE.map(q => 1 / (1 + Math.exp(-(Math.log(q / (1 - q)) + shift))))
  let [low, high] = [-5, 5]
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2
    if (mean(shifted(middle)) < wanted) low = middle
    else high = middle
  }
  return { meanScore: shifted(low), oracleScore: null, meanPairCorrelation: FREE_TEXT_CORRELATION }
}

export interface TokenTarget {
  readonly preambleTokens: number
  /** Mean output tokens of each LLM. */
  readonly outputTokens: readonly number[]
  /** Standard deviation of log output tokens. */
  readonly spread: number
}

/** Tokens that reproduce a family's published mean costs, given the mean length of its prompts. */
export function tokenTarget(family: RouterBenchFamily, meanPromptTokens: number): TokenTarget {
  const plan = family.tokens
  const task = publishedTask(family)
  if (plan.kind === 'assumed') {
    const talk = gradeMathOutput()
    const scale = plan.outputTokens / mean(talk)
    return {
      preambleTokens: plan.preambleTokens,
      outputTokens: talk.map(t => Math.round(t * scale)),
      spread: plan.spread,
    }
  }
  if (!task) unreachable(`no published costs of family ${family.id}`)
  if (plan.kind === 'published') {
    return {
      preambleTokens: Math.max(0, Math.round(plan.inputTokens - meanPromptTokens)),
      outputTokens: outputFromCost(task.meanCostUsd, Math.max(plan.inputTokens, meanPromptTokens)),
      spread: plan.spread,
    }
  }
  const inputTokens = mean(
    ROUTERBENCH_LLMS.map(
      (llm, arm) => (task.meanCostUsd[arm] * 1e6 - llm.priceOutUsdPerMillion) / llm.priceInUsdPerMillion,
    ),
  )
  return {
    preambleTokens: Math.max(0, Math.round(inputTokens - meanPromptTokens)),
    outputTokens: ROUTERBENCH_LLMS.map(() => 1),
    spread: 0,
  }
}

/** Mean output tokens that, at list price and with this input, cost what was published. */
function outputFromCost(meanCostUsd: readonly number[], inputTokens: number): number[] {
  return ROUTERBENCH_LLMS.map((llm, arm) =>
    Math.max(
      1,
      Math.round(
        (meanCostUsd[arm] * 1e6 - inputTokens * llm.priceInUsdPerMillion) / llm.priceOutUsdPerMillion,
      ),
    ),
  )
}

/** How talkative each LLM is, as its published cost on grade-school maths implies. */
function gradeMathOutput(): number[] {
  return outputFromCost(published.zeroShotSample['grade-school-math'].meanCostUsd, 110)
}
