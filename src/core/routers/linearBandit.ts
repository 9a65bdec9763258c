/**
 * What LinUCB, linear Thompson sampling and epsilon-greedy share: for each LLM one ridge regression of its score and of its
 * scaled cost on the prompt's context. Both are learnt apart and scalarised by w, so one model serves the whole dial:
 *
 *     value_a(x, w) = w_q q_a(x) - w_c c_a(x)        q_a, c_a linear in x
 *
 * They differ in how they explore. Rounds are taken one by one, and every pull is learnt from before the next.
 */
import type { DialRule } from '../bandit/dialRule.ts'
import type { Preference } from '../bandit/preference.ts'
import { scaledCost } from '../bandit/reward.ts'
import type { StepRecord } from '../learning/record.ts'
import type { Projection } from '../math/principal.ts'
import { dot } from '../math/vectors.ts'
import { contextOf } from './contexts.ts'
import { dialOf } from './dialOf.ts'
import type { Learner, LearnerParts } from './learner.ts'
import { type Pull, recordOf } from './pulls.ts'
import { Ridge } from './ridge.ts'

/** Penalty on the squared weights: the usual 1 (Li et al. 2010, Alg. 1). */
const RIDGE = 1
const QUALITY = 0
const COST = 1

/** Picks the arm to pull from the arms' models, a context and w. */
export type Exploration = (models: readonly Ridge[], context: Float64Array, w: Preference) => number

/** w_q q - w_c c as the model expects it. */
export function expectedValue(model: Ridge, context: Float64Array, w: Preference): number {
  return w.quality * model.predict(context, QUALITY) - w.cost * model.predict(context, COST)
}

export class LinearBandit implements Learner {
  readonly #parts: LearnerParts
  readonly #projection: Projection
  readonly #explore: Exploration
  readonly #models: readonly Ridge[]
  readonly #contexts = new Map<number, Float64Array>()
  #step = 0

  constructor(parts: LearnerParts, explore: Exploration) {
    this.#parts = parts
    this.#explore = explore
    this.#projection = parts.projection()
    const size = this.#projection.output + 1
    this.#models = Array.from({ length: parts.environment.arms }, () => new Ridge(size, 2, RIDGE))
  }

  async step(): Promise<StepRecord> {
    const { environment, rounds, settings, tauUsd } = this.#parts
    const { prompts, preferences } = rounds.next(settings.batchSize)
    const pulls = preferences.map((w, i): Pull => {
      const prompt = prompts[i]
      const context = this.#context(prompt)
      const arm = this.#explore(this.#models, context, w)
      const outcome = environment.reveal(prompt, arm)
      this.#models[arm].observe(context, [outcome.quality, scaledCost(outcome.costUsd, tauUsd)])
      return { prompt, w, arm, outcome }
    })
    this.#step++
    return recordOf(this.#step, pulls, environment.arms, tauUsd)
  }

  freeze(): DialRule {
    const projection = this.#projection
    const models = this.#models.map(model => model.weights.slice())
    const size = projection.output + 1
    return embedding => {
      const context = contextOf(projection, embedding)
      const quality = models.map(weights => dot(weights, context, size, QUALITY * size))
      const cost = models.map(weights => dot(weights, context, size, COST * size))
      return dialOf(quality, cost, models.length)
    }
  }

  /** A training prompt's context, computed once. */
  #context(prompt: number): Float64Array {
    const known = this.#contexts.get(prompt)
    if (known) return known
    const context = contextOf(this.#projection, this.#parts.environment.embedding(prompt))
    this.#contexts.set(prompt, context)
    return context
  }
}
