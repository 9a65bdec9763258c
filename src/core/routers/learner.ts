/** Learners: whatever learns to route and can be raced, ablated and compared. `learners.ts` lists them. */
import type { DialRule } from '../bandit/dialRule.ts'
import type { BanditEnvironment } from '../bandit/environment.ts'
import type { Rounds } from '../bandit/rounds.ts'
import type { Router } from '../evaluation/routers.ts'
import type { TrainingSettings } from '../experiment/training.ts'
import type { StepRecord } from '../learning/record.ts'
import type { Projection } from '../math/principal.ts'
import type { Multiply } from '../network/matrix.ts'
import type { World } from '../world/world.ts'
import type { OutcomeTable } from './table.ts'

export interface Learner {
  /** One batch: meet prompts and preferences, choose, see what the choice revealed, learn from it. Absent where nothing is learnt so. */
  step?(): Promise<StepRecord>
  /** How it routes now, without exploring. What it learns later changes nothing in it. */
  freeze(): DialRule
  /** A learner without `step` may prepare many prompts of a world, by their rows, where that is cheaper than one by one. */
  router?(name: string, world: World, rows: Uint32Array): Router
}

/** What every learner is given: all that a bandit may know. */
export interface LearnerParts {
  /** The training prompts; it reveals pulled arms alone. */
  readonly environment: BanditEnvironment
  /** Prompts and preferences, the same for every learner of a seed. */
  readonly rounds: Rounds
  readonly settings: TrainingSettings
  /** The run's tau, dollars. */
  readonly tauUsd: number
  /** Of the learner's own random streams. */
  readonly seed: number
  /** Where large matrix products are taken. */
  readonly multiply: Multiply
  /** What the training prompts' embeddings mostly differ in; it knows no outcome. */
  projection(): Projection
}

/** What a reference is given besides: every outcome of every training prompt. */
export interface FullInformationParts extends LearnerParts {
  table(): OutcomeTable
}

interface Entry {
  /** In plans, files and rows: lasting. */
  readonly id: string
  /** Its usual name. */
  readonly label: string
  /** Whether it learns update by update; without, it is ready at once. */
  readonly trains: boolean
}

/** A learner from bandit feedback: it sees what it pulls, and its parts cannot show it more. */
export interface BanditEntry extends Entry {
  readonly information: 'bandit'
  create(parts: LearnerParts): Learner
}

/** A reference that is told every outcome: no rival of the bandits. */
export interface FullInformationEntry extends Entry {
  readonly information: 'full'
  create(parts: FullInformationParts): Learner
}

export type LearnerEntry = BanditEntry | FullInformationEntry
