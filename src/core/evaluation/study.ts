/**
 * A study: several learners on the same stream of prompts and preferences, over several seeds, evaluated on held-out prompts.
 * The race and the ablations are studies, in the page and headless.
 */
import type { TrainingSettings } from '../experiment/training.ts'
import type { LearnerName } from '../routers/learners.ts'
import type { Split } from '../world/world.ts'
import type { EvaluationRow } from './sweep.ts'

export interface StudyEntry {
  /** Names the entry in rows and files, e.g. `policy`, `linucb`, `no-entropy`. */
  readonly id: string
  /** In words. */
  readonly label: string
  readonly learner: LearnerName
  readonly settings: TrainingSettings
}

export interface StudyPlan {
  readonly entries: readonly StudyEntry[]
  readonly seeds: readonly number[]
  /** Splits to evaluate on. */
  readonly splits: readonly Split[]
}

/** Reward of the pulled arms over time, one line per entry and seed. */
export interface StudyCurve {
  readonly entry: string
  readonly seed: number
  readonly points: readonly {
    readonly step: number
    /** Mean reward of the pulled arms since the point before. */
    readonly reward: number
    /** Mean reward over the dial of its own choices on validation prompts; null where it was not validated. */
    readonly validation: number | null
  }[]
}

/** Means over seeds with their spread. `sd` is over seeds (n - 1), 0 for one seed. */
export interface StudyRow extends EvaluationRow {
  /** Standard deviation of the reward over seeds. */
  readonly sd: number
  /** Standard deviation of the quality over seeds: the chart's error bars. */
  readonly qualitySd: number
  readonly seeds: number
}

/** One router over the whole dial. */
export interface StudyAiq {
  readonly world: string
  readonly split: Split
  readonly router: string
  readonly aiq: number
  readonly sd: number
  /** Mean reward over the dial, and its standard deviation over seeds. */
  readonly reward: number
  readonly rewardSd: number
  readonly seeds: number
}

/** How well what a run kept fits the prompts it has seen, and others: side by side, so that learning by heart shows. */
export interface StudyFit {
  readonly entry: string
  readonly seed: number
  /** Update after which the kept rule had the best validation reward; 0 for a router that needs no training. */
  readonly step: number
  /** Updates made. */
  readonly steps: number
  /** Mean reward over the dial of its own choices on training and on validation prompts, at the run's tau. */
  readonly training: number
  readonly validation: number
}

export interface StudyResult {
  readonly rows: readonly StudyRow[]
  readonly aiq: readonly StudyAiq[]
  /** Of every entry and finished seed. */
  readonly fits: readonly StudyFit[]
}

export interface StudyProgress {
  readonly seed: number
  /** Seeds finished so far. */
  readonly seedsDone: number
  readonly step: number
  readonly steps: number
  readonly curves: readonly StudyCurve[]
  /** What the finished seeds give so far; empty before the first is done. */
  readonly result: StudyResult
}
