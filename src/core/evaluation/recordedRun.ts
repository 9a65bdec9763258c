/** The run that made a shipped policy, as it ships beside it: what the charts show before the person's first own run. */
import type { TrainingSettings } from '../experiment/training.ts'
import { MAX_POINTS, type ReferenceLines, type TrainingPoint } from './curve.ts'

export const RECORDED_RUN_FORMAT = 'barp-recorded-run-1'

export interface RecordedRun {
  /** Id of the world it ran on. */
  readonly world: string
  /** SHA-256 of the parameters that it made, as they ship. */
  readonly policy: string
  readonly settings: TrainingSettings
  readonly seed: number
  /** The update whose policy ships. */
  readonly keptStep: number
  readonly references: ReferenceLines
  readonly points: readonly TrainingPoint[]
}

/** A run's points column by column: half the bytes of a list of points. All columns are of one length. */
export interface PointColumns {
  readonly step: readonly number[]
  readonly reward: readonly number[]
  readonly quality: readonly number[]
  readonly costUsd: readonly number[]
  readonly entropy: readonly number[]
  readonly gradientNorm: readonly number[]
  readonly regret: readonly number[]
  readonly validation: readonly (number | null)[]
  /** One column an LLM. */
  readonly shares: readonly (readonly number[])[]
}

export interface RecordedRunFile extends Omit<RecordedRun, 'points'> {
  readonly format: typeof RECORDED_RUN_FORMAT
  readonly columns: PointColumns
}

/** Significant digits of a figure in the file: more than a chart or its table shows. */
const DIGITS = 4

/** @param run of at most MAX_POINTS points, all of as many LLMs @throws RangeError for more */
export function encodeRecordedRun({ points, references, ...run }: RecordedRun): RecordedRunFile {
  if (points.length > MAX_POINTS) throw new RangeError(`At most ${MAX_POINTS} points.`)
  const column = (pick: (point: TrainingPoint) => number) => points.map(point => shorten(pick(point)))
  const arms = points[0]?.shares.length ?? 0
  return {
    format: RECORDED_RUN_FORMAT,
    ...run,
    references: {
      random: shorten(references.random),
      bestFixed: shorten(references.bestFixed),
      oracle: shorten(references.oracle),
    },
    columns: {
      step: points.map(({ step }) => step),
      reward: column(({ reward }) => reward),
      quality: column(({ quality }) => quality),
      costUsd: column(({ costUsd }) => costUsd),
      entropy: column(({ entropy }) => entropy),
      gradientNorm: column(({ gradientNorm }) => gradientNorm),
      regret: column(({ regret }) => regret),
      validation: points.map(({ validation }) => (validation === null ? null : shorten(validation))),
      shares: Array.from({ length: arms }, (_, arm) => column(({ shares }) => shares[arm])),
    },
  }
}

/** The points of columns that are of one length. */
export function pointsOf({ shares, ...columns }: PointColumns): TrainingPoint[] {
  return columns.step.map((step, i) => ({
    step,
    reward: columns.reward[i],
    quality: columns.quality[i],
    costUsd: columns.costUsd[i],
    entropy: columns.entropy[i],
    gradientNorm: columns.gradientNorm[i],
    regret: columns.regret[i],
    validation: columns.validation[i],
    shares: shares.map(arm => arm[i]),
  }))
}

function shorten(value: number): number {
  return Number(value.toPrecision(DIGITS))
}
