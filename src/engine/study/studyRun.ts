/** One entry of a study with one seed: its learner, its curve, and the best of what it has learnt so far. */
import { type BanditEnvironment, createEnvironment } from '../../core/bandit/environment.ts'
import { MAX_POINTS } from '../../core/evaluation/curve.ts'
import { type Router, ruleRouter } from '../../core/evaluation/routers.ts'
import type { StudyCurve, StudyEntry, StudyFit } from '../../core/evaluation/study.ts'
import { type Evaluation, evaluate } from '../../core/evaluation/sweep.ts'
import { mean } from '../../core/math/statistics.ts'
import { dialReward } from '../../core/routers/dialReward.ts'
import { knnRouter } from '../../core/routers/knn.ts'
import type { DialRule } from '../../core/routers/learner.ts'
import { readTable } from '../../core/routers/table.ts'
import { trainingRows, withoutFamilies } from '../../core/world/trainingRows.ts'
import { rowsOf, type Split, type World } from '../../core/world/world.ts'
import { type Candidate, createCandidate } from './learners.ts'

/** Prompts of a look, at most; more are sampled evenly. */
const LOOK_PROMPTS = 500

type Point = StudyCurve['points'][number]

export class StudyRun {
  readonly entry: StudyEntry
  readonly #world: World
  readonly #rows: Uint32Array
  readonly #seed: number
  readonly #candidate: Candidate
  readonly #validation: BanditEnvironment
  readonly #tauUsd: number
  readonly #patience: number
  readonly #points: Point[] = []
  #since: number[] = []
  #best: { rule: DialRule; step: number; validation: number }
  #step = 0
  /** Update of the last look. */
  #looked = 0

  /**
   * @param patience updates without a better look after which it stops by itself
   * @throws Error when the world has no prompts to train on or to validate on
   */
  constructor(world: World, entry: StudyEntry, seed: number, patience: number) {
    this.entry = entry
    this.#seed = seed
    this.#patience = patience
    this.#world = withoutFamilies(world, entry.settings.skippedFamilies)
    const { training, validation } = trainingRows(world, entry.settings)
    this.#rows = training
    if (training.length === 0 || validation.length === 0) {
      throw new Error('No prompts are left to train on, or none to validate on.')
    }
    this.#tauUsd = world.tauUsd * entry.settings.tauScale
    this.#validation = createEnvironment(world, sampled(validation, LOOK_PROMPTS), seed)
    this.#candidate = createCandidate(this.#world, this.#rows, entry, seed)
    this.#best = { rule: this.#rule(), step: 0, validation: Number.NEGATIVE_INFINITY }
    if (this.#candidate.kind === 'rule') this.#look()
  }

  /** Whether it makes no more updates. */
  get finished(): boolean {
    return (
      this.#candidate.kind === 'rule' ||
      this.#step >= this.entry.settings.steps ||
      this.#step - this.#best.step > this.#patience
    )
  }

  get curve(): StudyCurve {
    return { entry: this.entry.id, seed: this.#seed, points: this.#points }
  }

  async step(): Promise<void> {
    if (this.#candidate.kind === 'rule') return
    const { rewards } = await this.#candidate.learner.step()
    this.#since.push(mean(rewards))
    this.#step++
    const { steps } = this.entry.settings
    const stride = Math.ceil(steps / MAX_POINTS)
    if (this.#step % stride !== 0 && this.#step !== steps) return
    const looks = this.#step - this.#looked >= lookEvery(this.#step, steps) || this.#step === steps
    if (looks) this.#looked = this.#step
    this.#points.push({
      step: this.#step,
      reward: mean(this.#since),
      validation: looks ? this.#look() : null,
    })
    this.#since = []
  }

  /** What was kept, judged on one split. */
  judge(split: Split): Evaluation {
    return evaluate(this.#world, split, [this.#router(split)])
  }

  /** What was kept, on the prompts it has seen and on others. */
  fit(): StudyFit {
    const seen = createEnvironment(this.#world, sampled(this.#rows, LOOK_PROMPTS), this.#seed)
    return {
      entry: this.entry.id,
      seed: this.#seed,
      step: this.#best.step,
      steps: this.#step,
      training: dialReward(seen, this.#best.rule, this.#tauUsd),
      validation: this.#best.validation,
    }
  }

  #router(split: Split): Router {
    if (this.#candidate.kind === 'learner') return ruleRouter(this.entry.id, this.#world, this.#best.rule)
    const table = readTable(this.#world, this.#rows, this.#tauUsd)
    return knnRouter(this.entry.id, this.#world, rowsOf(this.#world, split), table)
  }

  #rule(): DialRule {
    return this.#candidate.kind === 'rule' ? this.#candidate.rule : this.#candidate.learner.freeze()
  }

  /** Keeps the rule of now if it earns more than the best so far; returns what it earns. */
  #look(): number {
    const rule = this.#rule()
    const validation = dialReward(this.#validation, rule, this.#tauUsd)
    if (validation > this.#best.validation) this.#best = { rule, step: this.#step, validation }
    return validation
  }
}

/** At most `most` of the rows, evenly spread. */
function sampled(rows: Uint32Array, most: number): Uint32Array {
  const count = Math.min(most, rows.length)
  return Uint32Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)])
}

/** Updates between two looks at the validation prompts: closer at the start, where a small log is soon learnt by heart. */
function lookEvery(step: number, steps: number): number {
  return Math.min(Math.max(0.1 * step, 50), Math.max(steps / 40, 50))
}
