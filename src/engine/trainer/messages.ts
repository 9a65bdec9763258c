/** What the page and the trainer's worker say to each other. */
import type { BackendPreference } from '../../core/experiment/backend.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import type { RunPlan } from '../../core/learning/runPlan.ts'
import type { World } from '../../core/world/world.ts'
import type { Keyed } from '../worker/keyedValues.ts'

/** A run to be set up. */
export interface RunOrder {
  /** A number of the page's, which the run's reports carry. */
  readonly run: number
  readonly plan: RunPlan
  readonly backend: BackendPreference
}

/** As it crosses into the worker. */
export interface SentRunOrder extends RunOrder {
  readonly world: Keyed<World>
}

/** What a run will probably need, to be got ready before it is asked for. */
export interface Preparation {
  readonly world: World
  /** By which backends are timed. */
  readonly settings: TrainingSettings
  readonly backend: BackendPreference
}

/** As it crosses into the worker. */
export interface SentPreparation extends Omit<Preparation, 'world'> {
  readonly world: Keyed<World>
}
