/** A routing policy judged by a log of what another served: reward, quality and cost at each w, and when the log cannot tell. */
import { PREFERENCE_GRID, type Preference } from '../bandit/preference.ts'
import { estimateIntervals, type Interval, type Resamples } from './bootstrap.ts'
import { ESTIMATORS, type EstimatorName, effectiveSampleSize } from './estimators.ts'
import type { PredictedOutcomes } from './outcomeModel.ts'
import { type ServedLog, scaledCosts } from './servedLog.ts'

/** No headline below so many effective answers. */
export const LEAST_ESS = 100
/** Nor where more of the policy's answers than this would be of LLMs that were not served on such prompts. */
export const MOST_UNSERVED = 0.05
/** An LLM counts as not served on a prompt's kind below this share of an even choice. */
const SERVED_SHARE = 0.05

/** What is known of the serving policy and of the outcomes, for each answer of a log, learnt without the answer's prompt. */
export interface Nuisances {
  /** mu(a_i | x_i) of the served LLM: given or estimated, > 0. n numbers. */
  readonly propensity: Float64Array
  /** mu(a | x_i) estimated for all LLMs: where nothing was served. n x K. */
  readonly serving: Float64Array
  readonly predicted: PredictedOutcomes
}

/** What a router would choose for the prompt of every answer at w_c = 0, 0.1 ... 1: n x 11 arms, row-major. */
export type Choices = Uint8Array

export interface PolicyEstimate {
  readonly wc: number
  readonly estimator: EstimatorName
  readonly reward: Interval
  /** Score, [0, 1]. */
  readonly quality: Interval
  /** On the reward's scale, min(c / tau, 1). */
  readonly cost: Interval
  /** Effective sample size, answers. */
  readonly ess: number
  /** Share of the policy's choices of LLMs that were not served on such prompts, [0, 1]. */
  readonly unserved: number
  /** Whether the log can tell: enough effective answers, and hardly any choice where nothing was served. */
  readonly tells: boolean
}

const STEPS = PREFERENCE_GRID.length

/** Every estimate at every w. @param estimators all of them where left out */
export function judge(
  log: ServedLog,
  choices: Choices,
  nuisances: Nuisances,
  resamples: Resamples,
  estimators: readonly EstimatorName[] = ESTIMATORS,
): PolicyEstimate[] {
  const costs = scaledCosts(log)
  return PREFERENCE_GRID.flatMap((w, step) => {
    const weight = Float64Array.from({ length: log.size }, (_, i) =>
      choices[i * STEPS + step] === log.arm[i] ? 1 / nuisances.propensity[i] : 0,
    )
    const ess = effectiveSampleSize(weight)
    const unserved = unservedShare(log, choices, nuisances, step)
    const intervals = (value: (quality: number, cost: number) => number) => {
      const { quality, cost } = nuisances.predicted
      const at = (i: number, arm: number) => value(quality[i * log.arms + arm], cost[i * log.arms + arm])
      const input = {
        weight,
        observed: Float64Array.from(log.arm, (_, i) => value(log.quality[i], costs[i])),
        predicted: Float64Array.from(log.arm, (arm, i) => at(i, arm)),
        model: Float64Array.from(log.arm, (_, i) => at(i, choices[i * STEPS + step])),
      }
      return estimateIntervals(input, log.prompt, resamples, ess, estimators)
    }
    const reward = intervals((q, c) => w.quality * q - w.cost * c)
    const quality = intervals(q => q)
    const cost = intervals((_, c) => c)
    return estimators.map(
      (estimator, e): PolicyEstimate => ({
        wc: w.cost,
        estimator,
        reward: reward[e],
        quality: quality[e],
        cost: cost[e],
        ess,
        unserved,
        tells: ess >= LEAST_ESS && unserved <= MOST_UNSERVED,
      }),
    )
  })
}

/** Share of the choices at one w that are of LLMs which were hardly ever served on such prompts. */
function unservedShare(
  { size, arms }: ServedLog,
  choices: Choices,
  { serving }: Nuisances,
  step: number,
): number {
  let count = 0
  for (let i = 0; i < size; i++) {
    if (serving[i * arms + choices[i * STEPS + step]] < SERVED_SHARE / arms) count++
  }
  return count / size
}

/** What the serving policy itself earned, measured: its mean reward at w with the interval of its prompts. */
export function measureServed(log: ServedLog, w: Preference, resamples: Resamples): Interval {
  const costs = scaledCosts(log)
  const observed = Float64Array.from(log.quality, (q, i) => w.quality * q - w.cost * costs[i])
  const weight = new Float64Array(log.size).fill(1)
  const input = { weight, observed, predicted: observed, model: observed }
  return estimateIntervals(input, log.prompt, resamples, log.size, ['ips'])[0]
}
