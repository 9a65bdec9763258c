/** The file of a recorded run, in columns, read as a run with points. */
import * as v from 'valibot'
import { MAX_POINTS } from '../core/evaluation/curve.ts'
import {
  type PointColumns,
  pointsOf,
  RECORDED_RUN_FORMAT,
  type RecordedRun,
} from '../core/evaluation/recordedRun.ts'
import { Amount, form, Id, list, MAX_ARMS, Reward, Score, Seed, Step } from './figures.ts'
import { Regret } from './points.ts'
import { Entropy } from './policyHeader.ts'
import { Settings } from './settings.ts'

function column<Item extends v.GenericSchema>(item: Item) {
  return list(item, MAX_POINTS)
}

const Columns: v.GenericSchema<unknown, PointColumns> = v.pipe(
  v.object({
    step: column(Step),
    reward: column(Reward),
    quality: column(Score),
    costUsd: column(Amount),
    entropy: column(Entropy),
    gradientNorm: column(Amount),
    regret: column(Regret),
    validation: column(v.nullable(Reward)),
    shares: list(column(Score), MAX_ARMS),
  }),
  v.check(({ shares, ...columns }) =>
    [...shares, ...Object.values(columns)].every(({ length }) => length === columns.step.length),
  ),
)

export const RecordedRunSchema: v.GenericSchema<unknown, RecordedRun> = v.pipe(
  v.object({
    format: v.literal(RECORDED_RUN_FORMAT),
    world: Id,
    policy: form(/^[0-9a-f]{64}$/),
    settings: Settings,
    seed: Seed,
    keptStep: Step,
    references: v.object({ random: Reward, bestFixed: Reward, oracle: Reward }),
    columns: Columns,
  }),
  v.transform(({ format: _, columns, ...run }) => ({ ...run, points: pointsOf(columns) })),
)
