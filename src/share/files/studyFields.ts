/** A study's plan and what it found, as a run file holds them. */
import * as v from 'valibot'
import type { StudyPlan, StudyProgress } from '../../core/evaluation/study.ts'
import { LEARNER_NAMES } from '../../core/routers/learners.ts'
import { SPLITS } from '../../core/world/world.ts'
import { Amount, list, number, Reward, Score, Seed, Step, text, whole } from '../../schema/figures.ts'
import { Regret } from '../../schema/points.ts'
import { Settings } from '../../schema/settings.ts'

const MAX_ENTRIES = 64
const MAX_SEEDS = 64
const MAX_POINTS = 2_000
const MAX_ROWS = 20_000

export interface SavedStudy {
  readonly plan: StudyPlan
  readonly progress: StudyProgress
}

/** Of a world, an entry or a router. */
const Name = text(200)
const Seeds = whole(0, MAX_SEEDS)
/** A standard deviation of figures within [-1, 1]. */
const Spread = number(0, 2)
const SplitName = v.picklist(SPLITS)

const Plan: v.GenericSchema<unknown, StudyPlan> = v.object({
  entries: list(
    v.object({ id: Name, label: Name, learner: v.picklist(LEARNER_NAMES), settings: Settings }),
    MAX_ENTRIES,
  ),
  seeds: list(Seed, MAX_SEEDS),
  splits: list(SplitName, SPLITS.length),
})

const Curve = v.object({
  entry: Name,
  seed: Seed,
  points: list(v.object({ step: Step, reward: Reward, validation: v.nullable(Reward) }), MAX_POINTS),
})

const Row = v.object({
  world: Name,
  split: SplitName,
  router: Name,
  wc: Score,
  quality: Score,
  costUsd: Amount,
  reward: Reward,
  regret: Regret,
  n: whole(0, 1e8),
  sd: Spread,
  qualitySd: Spread,
  seeds: Seeds,
})

const Aiq = v.object({
  world: Name,
  split: SplitName,
  router: Name,
  aiq: Score,
  sd: Spread,
  reward: Reward,
  rewardSd: Spread,
  seeds: Seeds,
})

const Fit = v.object({
  entry: Name,
  seed: Seed,
  step: Step,
  steps: Step,
  training: Reward,
  validation: Reward,
})

const Progress: v.GenericSchema<unknown, StudyProgress> = v.object({
  seed: Seed,
  seedsDone: Seeds,
  step: Step,
  steps: Step,
  curves: list(Curve, MAX_ENTRIES * MAX_SEEDS),
  result: v.object({
    rows: list(Row, MAX_ROWS),
    aiq: list(Aiq, MAX_ROWS),
    fits: list(Fit, MAX_ENTRIES * MAX_SEEDS),
  }),
})

export const Study: v.GenericSchema<unknown, SavedStudy> = v.object({ plan: Plan, progress: Progress })
