/** One training run: a trainer with its curves, its best policy by validation, its sweep over test prompts, and the way back after a lost device. */
import { createEnvironment } from '../../core/bandit/environment.ts'
import type { Sweep, TrainingReport } from '../../core/evaluation/curve.ts'
import { CurveRecorder } from '../../core/evaluation/curveRecorder.ts'
import { createRegretMeter, type RegretMeter } from '../../core/evaluation/regretMeter.ts'
import { sweepPolicy } from '../../core/evaluation/sweepPolicy.ts'
import { BestKeeper } from '../../core/learning/bestKeeper.ts'
import type { StepRecord } from '../../core/learning/record.ts'
import type { RunPlan } from '../../core/learning/runPlan.ts'
import type { RunSnapshot, TrainerSnapshot } from '../../core/learning/snapshot.ts'
import { Trainer } from '../../core/learning/trainer.ts'
import { strideSample } from '../../core/math/strideSample.ts'
import { problem } from '../../core/messages/message.ts'
import { policyRule } from '../../core/policy/dial.ts'
import { createPolicy, initialisePolicy, type Policy } from '../../core/policy/policy.ts'
import { sameShape, shapeOf } from '../../core/policy/shape.ts'
import { trainingRows, withoutFamilies } from '../../core/world/trainingRows.ts'
import { rowsOf, type World } from '../../core/world/world.ts'
import { multiply } from './products.ts'

/** Updates between two validations. */
const VALIDATE_EVERY = 250
/** Prompts that are validated or evaluated on, at most; of more an even sample. */
const EVALUATION_PROMPTS = 200
/** Rounds of the newest batch that the page is told. */
const SHOWN_ROUNDS = 12

export class TrainingRun {
  readonly #world: World
  readonly #plan: RunPlan
  readonly #trainingRows: Uint32Array
  readonly #testRows: Uint32Array
  /** Null where there is no prompt to validate on: then the newest policy is kept. */
  readonly #keeper: BestKeeper<Policy> | null
  readonly #tauUsd: number
  readonly #regretMeter: RegretMeter
  readonly #recorder: CurveRecorder
  #trainer: Trainer
  #snapshot: TrainerSnapshot
  /** Updates that the curves know. After a recovery the trainer is behind, and catches up unrecorded. */
  #recorded = 0
  #newest: StepRecord | null = null
  #validated: number | null = null
  #sweep: Sweep | null = null

  /**
   * @throws Problem when there is no prompt to train on, or the policy to start from has not the shape that the settings
   * ask for; Error when its parameters, or those of the run to go on from, are not as many as the shape's
   */
  constructor(world: World, plan: RunPlan) {
    const { settings, seed, resume } = plan
    const { training, validation } = trainingRows(world, settings)
    if (training.length === 0) throw problem('no-training-prompts', {})
    this.#world = world
    this.#plan = plan
    this.#trainingRows = training
    this.#testRows = strideSample(
      rowsOf(withoutFamilies(world, settings.skippedFamilies), 'test'),
      EVALUATION_PROMPTS,
    )
    this.#tauUsd = world.tauUsd * settings.tauScale
    this.#keeper =
      validation.length === 0
        ? null
        : new BestKeeper(
            createEnvironment(world, strideSample(validation, EVALUATION_PROMPTS), seed),
            this.#tauUsd,
            policyRule,
          )
    this.#regretMeter = createRegretMeter(world, training, this.#tauUsd, settings)
    this.#recorder = new CurveRecorder(world.llms.length)
    this.#trainer = this.#createTrainer()
    if (resume) {
      this.#trainer.restore(resume.trainer)
      this.#recorder.restore(resume.recorder)
      this.#recorded = resume.trainer.step
      this.#validated = resume.validated
      const { best } = resume
      if (best) {
        const kept = createPolicy(this.#trainer.averaged.shape, best.parameters)
        this.#keeper?.restore({ step: best.step, reward: best.reward, kept })
      }
    }
    this.#snapshot = this.#trainer.snapshot()
  }

  /** Updates done. */
  get step(): number {
    return this.#recorded
  }

  get isFinished(): boolean {
    return this.#recorded >= this.#plan.settings.steps
  }

  /** One update; its record joins the curves. */
  async advance(): Promise<void> {
    const record = await this.#trainer.step()
    if (record.step <= this.#recorded) return
    this.#recorded = record.step
    this.#newest = record
    if (this.#keeper && (record.step % VALIDATE_EVERY === 0 || this.isFinished)) {
      this.#validated = this.#keeper.validate(record.step, this.#trainer.averagedCopy())
    }
    this.#recorder.add(record, this.#regretMeter.regret(record), this.#validated)
  }

  /** Keeps the whole state on the processor, for `recover`. */
  save(): void {
    this.#snapshot = this.#trainer.snapshot()
  }

  /** Everything that a later run with the same plan needs to go on from here. */
  snapshot(): RunSnapshot {
    const best = this.#keeper?.best ?? null
    return {
      trainer: this.#trainer.snapshot(),
      recorder: this.#recorder.state(),
      validated: this.#validated,
      best: best && { step: best.step, reward: best.reward, parameters: best.kept.parameters },
    }
  }

  /** Goes on from the last saved state with a new trainer, on whatever backend is active now; returns its update. */
  recover(): number {
    this.#trainer = this.#createTrainer()
    this.#trainer.restore(this.#snapshot)
    return this.#snapshot.step
  }

  /** Sweeps the dial on test prompts; the result is part of the reports from then on. For the eye, never for the learner. */
  evaluate(): void {
    if (this.#testRows.length > 0) this.#sweep = sweepPolicy(this.#world, this.#kept().policy, this.#testRows)
  }

  report(stepsPerSecond: number | null): TrainingReport {
    const newest = this.#newest
    const shown = newest === null ? 0 : Math.min(SHOWN_ROUNDS, newest.arms.length)
    const { step, policy } = this.#kept()
    return {
      step: this.#recorded,
      stepsPerSecond,
      keptStep: step,
      tauUsd: this.#tauUsd,
      sweep: this.#sweep,
      points: this.#recorder.points,
      references: this.#regretMeter.references,
      parameters: policy.parameters.slice(),
      shape: policy.shape,
      rounds:
        newest === null
          ? []
          : Array.from({ length: shown }, (_, round) => this.#regretMeter.view(newest, round)),
    }
  }

  /** While it runs, the averaged policy of now; once finished, the one with the best validation reward. */
  #kept(): { step: number; policy: Policy } {
    const best = this.#keeper?.best
    if (!this.isFinished || !best) return { step: this.#recorded, policy: this.#trainer.averaged }
    return { step: best.step, policy: best.kept }
  }

  #createTrainer(): Trainer {
    const { settings, seed, start } = this.#plan
    const world = this.#world
    const shape = shapeOf(settings, world.llms.length)
    if (start && !sameShape(start.shape, shape)) throw problem('start-has-another-shape', {})
    const policy = start ? createPolicy(shape, start.parameters.slice()) : initialisePolicy(shape, seed)
    return new Trainer(createEnvironment(world, this.#trainingRows, seed), policy, settings, seed, multiply)
  }
}
