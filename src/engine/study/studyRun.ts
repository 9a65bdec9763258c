/** One entry of a study with one seed: its learner, its curve, and the best of what it has learnt so far. */
import { type DialRule, dialReward } from '../../core/bandit/dialRule.ts'
import { createEnvironment } from '../../core/bandit/environment.ts'
import { MAX_POINTS } from '../../core/evaluation/curve.ts'
import { type Router, ruleRouter } from '../../core/evaluation/routers.ts'
import type { StudyCurve, StudyEntry, StudyFit } from '../../core/evaluation/study.ts'
import { type Evaluation, evaluate } from '../../core/evaluation/sweep.ts'
import { BestKeeper, type Validated } from '../../core/learning/bestKeeper.ts'
import { mean } from '../../core/math/statistics.ts'
import { strideSample } from '../../core/math/strideSample.ts'
import { problem } from '../../core/messages/message.ts'
import type { Learner } from '../../core/routers/learner.ts'
import { createLearner } from '../../core/routers/learners.ts'
import { trainingRows, withoutFamilies } from '../../core/world/trainingRows.ts'
import { rowsOf, type Split, type World } from '../../core/world/world.ts'
import { multiply } from '../trainer/products.ts'

/** Prompts that are validated on, at most; of more an even sample. */
const VALIDATION_PROMPTS = 500

type Point = StudyCurve['points'][number]

export class StudyRun {
  readonly entry: StudyEntry
  readonly #world: World
  readonly #rows: Uint32Array
  readonly #seed: number
  readonly #learner: Learner
  readonly #keeper: BestKeeper<DialRule>
  readonly #tauUsd: number
  readonly #patience: number
  readonly #points: Point[] = []
  #since: number[] = []
  #step = 0
  /** Update of the last validation. */
  #validated = 0

  /**
   * @param patience updates without a better validation after which it stops by itself, once it has been validated
   * @throws Problem when the world has no prompts to train on or to validate on
   */
  constructor(world: World, entry: StudyEntry, seed: number, patience: number) {
    this.entry = entry
    this.#seed = seed
    this.#patience = patience
    this.#world = withoutFamilies(world, entry.settings.skippedFamilies)
    const { training, validation } = trainingRows(world, entry.settings)
    this.#rows = training
    if (training.length === 0) throw problem('no-training-prompts', {})
    if (validation.length === 0) throw problem('no-validation-prompts', {})
    this.#tauUsd = world.tauUsd * entry.settings.tauScale
    const validated = createEnvironment(world, strideSample(validation, VALIDATION_PROMPTS), seed)
    this.#keeper = new BestKeeper(validated, this.#tauUsd, rule => rule)
    this.#learner = createLearner(entry.learner, this.#world, training, entry.settings, seed, multiply)
    if (!this.#learner.step) this.#keeper.validate(0, this.#learner.freeze())
  }

  /** Whether it makes no more updates. */
  get finished(): boolean {
    const { best } = this.#keeper
    return (
      !this.#learner.step ||
      this.#step >= this.entry.settings.steps ||
      (best !== null && this.#step - best.step > this.#patience)
    )
  }

  get curve(): StudyCurve {
    return { entry: this.entry.id, seed: this.#seed, points: this.#points }
  }

  async step(): Promise<void> {
    const record = await this.#learner.step?.()
    if (!record) return
    this.#since.push(mean(record.rewards))
    this.#step++
    const { steps } = this.entry.settings
    const stride = Math.ceil(steps / MAX_POINTS)
    if (this.#step % stride !== 0 && this.#step !== steps) return
    const due = this.#step - this.#validated >= validateEvery(this.#step, steps) || this.#step === steps
    if (due) this.#validated = this.#step
    this.#points.push({
      step: this.#step,
      reward: mean(this.#since),
      validation: due ? this.#keeper.validate(this.#step, this.#learner.freeze()) : null,
    })
    this.#since = []
  }

  /** What is kept, evaluated on one split. */
  evaluate(split: Split): Evaluation {
    return evaluate(this.#world, split, [this.#router(split)])
  }

  /** What is kept, on the prompts it has seen and on others. */
  fit(): StudyFit {
    const { step, reward, kept } = this.#kept()
    const seen = createEnvironment(this.#world, strideSample(this.#rows, VALIDATION_PROMPTS), this.#seed)
    return {
      entry: this.entry.id,
      seed: this.#seed,
      step,
      steps: this.#step,
      training: dialReward(seen, kept, this.#tauUsd),
      validation: reward,
    }
  }

  #router(split: Split): Router {
    const prepared = this.#learner.router?.(this.entry.id, this.#world, rowsOf(this.#world, split))
    return prepared ?? ruleRouter(this.entry.id, this.#world, this.#kept().kept)
  }

  /** What it learnt at its best; before the first validation, what it starts from. */
  #kept(): Validated<DialRule> {
    return this.#keeper.best ?? { step: 0, reward: Number.NEGATIVE_INFINITY, kept: this.#learner.freeze() }
  }
}

/** Updates between two validations: closer at the start, where a small log is soon learnt by heart. */
function validateEvery(step: number, steps: number): number {
  return Math.min(Math.max(0.1 * step, 50), Math.max(steps / 40, 50))
}
