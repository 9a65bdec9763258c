/** The training settings as a file gives them, checked row by row against the settings table. */
import {
  type ChoiceRow,
  type FamiliesRow,
  type NumberRow,
  TRAINING_TABLE,
  type TrainingSettings,
} from '../../core/experiment/training.ts'
import { list, number, oneOf, type Reader, record, text, whole, withDefault } from './fields.ts'

/** An id as the page gives it: of a world, a family, a router. */
export const ID = /^[\p{L}\p{N}_.:/@+ -]{1,128}$/u

const MAX_FAMILIES = 256

const numeric = (row: NumberRow): Reader<number> =>
  withDefault((row.whole ? whole : number)(row.min, row.max), row.default)

const choice = <T extends string>(row: ChoiceRow<T>): Reader<T> =>
  withDefault(oneOf(row.options), row.default)

const families = (row: FamiliesRow): Reader<readonly string[]> =>
  withDefault(list(text(128, ID), MAX_FAMILIES), row.default)

const rows = TRAINING_TABLE

/** A setting the file lacks takes its default; one out of bounds refuses the file. */
export const readSettings: Reader<TrainingSettings> = record<TrainingSettings>({
  learningRate: numeric(rows.learningRate),
  batchSize: numeric(rows.batchSize),
  steps: numeric(rows.steps),
  entropyWeight: numeric(rows.entropyWeight),
  tauScale: numeric(rows.tauScale),
  gradientClip: numeric(rows.gradientClip),
  schedule: choice(rows.schedule),
  preferences: choice(rows.preferences),
  fixedCost: numeric(rows.fixedCost),
  preferenceEncoder: choice(rows.preferenceEncoder),
  head: choice(rows.head),
  baseline: choice(rows.baseline),
  optimiser: choice(rows.optimiser),
  embeddingNoise: numeric(rows.embeddingNoise),
  averaging: numeric(rows.averaging),
  skippedFamilies: families(rows.skippedFamilies),
})
