/** The file of a shipped evaluation. */
import * as v from 'valibot'
import { PREFERENCE_GRID } from '../core/bandit/preference.ts'
import {
  EVALUATION_FORMAT,
  type EvaluationFile,
  type MeanColumns,
  type SplitColumns,
} from '../core/evaluation/shippedEvaluation.ts'
import { SPLITS } from '../core/world/world.ts'
import { Amount, form, Id, LlmName, list, MAX_ARMS, Reward, Score, whole } from './figures.ts'
import { Regret } from './points.ts'

const MAX_FAMILIES = 256
const MAX_PROMPTS = 1e6
/** Every LLM alone, and the routers that need no training. */
const MAX_ROUTERS = MAX_ARMS + 16
const MAX_COLUMN = Math.max(MAX_ROUTERS, PREFERENCE_GRID.length)

const Checksum = form(/^[0-9a-f]{64}$/)
const Prompts = whole(1, MAX_PROMPTS)
const means = {
  quality: list(Score, MAX_COLUMN),
  costUsd: list(Amount, MAX_COLUMN),
  reward: list(Reward, MAX_COLUMN),
  regret: list(Regret, MAX_COLUMN),
}

function areOf(length: number, { quality, costUsd, reward, regret }: MeanColumns): boolean {
  return [quality, costUsd, reward, regret].every(column => column.length === length)
}

const SplitSchema: v.GenericSchema<unknown, SplitColumns> = v.pipe(
  v.object({
    split: v.picklist(SPLITS),
    n: Prompts,
    routers: list(v.object({ router: LlmName, aiq: Score, ...means }), MAX_ROUTERS),
    families: list(v.object({ family: Id, n: Prompts, ...means }), MAX_FAMILIES),
  }),
  v.check(
    ({ routers, families }) =>
      routers.every(router => areOf(PREFERENCE_GRID.length, router)) &&
      families.every(family => areOf(routers.length, family)),
  ),
)

export const EvaluationSchema: v.GenericSchema<unknown, EvaluationFile> = v.object({
  format: v.literal(EVALUATION_FORMAT),
  world: Id,
  policy: Checksum,
  header: Checksum,
  columns: Checksum,
  trainingPrompts: Prompts,
  splits: list(SplitSchema, SPLITS.length),
})
