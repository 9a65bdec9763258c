/** A study's plan and what it found, as a run file holds them. */
import type {
  StudyAiq,
  StudyCurve,
  StudyEntry,
  StudyFit,
  StudyPlan,
  StudyProgress,
  StudyRow,
} from '../../core/evaluation/study.ts'
import { LEARNER_NAMES } from '../../core/routers/learners.ts'
import { SPLITS } from '../../core/world/world.ts'
import { list, nullable, number, oneOf, type Reader, record, text, whole } from './fields.ts'
import { readCostUsd, readReward, readScore, readStep } from './points.ts'
import { ID, readSettings } from './settings.ts'

const MAX_ENTRIES = 64
const MAX_SEEDS = 64
const MAX_POINTS = 2_000
const MAX_ROWS = 20_000

export interface SavedStudy {
  readonly plan: StudyPlan
  readonly progress: StudyProgress
}

const seed = whole(0, Number.MAX_SAFE_INTEGER)
const id = text(128, ID)
const spread = number(0, 2)
const seeds = whole(0, MAX_SEEDS)

const readPlan: Reader<StudyPlan> = record<StudyPlan>({
  entries: list(
    record<StudyEntry>({ id, label: text(200), learner: oneOf(LEARNER_NAMES), settings: readSettings }),
    MAX_ENTRIES,
  ),
  seeds: list(seed, MAX_SEEDS),
  splits: list(oneOf(SPLITS), SPLITS.length),
})

const readCurve: Reader<StudyCurve> = record<StudyCurve>({
  entry: id,
  seed,
  points: list(
    record<StudyCurve['points'][number]>({
      step: readStep,
      reward: readReward,
      validation: nullable(readReward),
    }),
    MAX_POINTS,
  ),
})

const readRow: Reader<StudyRow> = record<StudyRow>({
  world: id,
  split: oneOf(SPLITS),
  router: id,
  wc: readScore,
  quality: readScore,
  costUsd: readCostUsd,
  reward: readReward,
  regret: number(0, 2),
  n: whole(0, 1e8),
  sd: spread,
  qualitySd: spread,
  seeds,
})

const readAiq: Reader<StudyAiq> = record<StudyAiq>({
  world: id,
  split: oneOf(SPLITS),
  router: id,
  aiq: readScore,
  sd: spread,
  reward: readReward,
  rewardSd: spread,
  seeds,
})

const readFit: Reader<StudyFit> = record<StudyFit>({
  entry: id,
  seed,
  step: readStep,
  steps: readStep,
  training: readReward,
  validation: readReward,
})

export const readStudy: Reader<SavedStudy> = record<SavedStudy>({
  plan: readPlan,
  progress: record<StudyProgress>({
    seed,
    seedsDone: seeds,
    step: readStep,
    steps: readStep,
    curves: list(readCurve, MAX_ENTRIES * MAX_SEEDS),
    result: record<StudyProgress['result']>({
      rows: list(readRow, MAX_ROWS),
      aiq: list(readAiq, MAX_ROWS),
      fits: list(readFit, MAX_ENTRIES * MAX_SEEDS),
    }),
  }),
})
