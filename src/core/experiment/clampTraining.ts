/** Settings that may come from anywhere - a control, a link, a file - made safe, with a message for each change. */
import type { Family } from '../world/world.ts'
import { type ChoiceRow, type NumberRow, TRAINING_TABLE, type TrainingSettings } from './training.ts'

export interface ClampedTraining {
  readonly settings: TrainingSettings
  /** What was changed and to what, a sentence each; empty when nothing was. */
  readonly messages: readonly string[]
}

/**
 * Every number within its row's bounds, every choice one of its row's options, every family one of the world's.
 * A setting that is not given has its default, without a message.
 * @param families of the world to be trained on
 */
export function clampTraining(
  given: { readonly [Key in keyof TrainingSettings]?: unknown },
  families: readonly Family[],
): ClampedTraining {
  const messages: string[] = []
  const number = (row: NumberRow, value: unknown) => clampNumber(row, value, messages)
  const choice = <T extends string>(row: ChoiceRow<T>, value: unknown) => clampChoice(row, value, messages)
  const rows = TRAINING_TABLE
  const settings: TrainingSettings = {
    learningRate: number(rows.learningRate, given.learningRate),
    batchSize: number(rows.batchSize, given.batchSize),
    steps: number(rows.steps, given.steps),
    entropyWeight: number(rows.entropyWeight, given.entropyWeight),
    tauScale: number(rows.tauScale, given.tauScale),
    gradientClip: number(rows.gradientClip, given.gradientClip),
    schedule: choice(rows.schedule, given.schedule),
    preferences: choice(rows.preferences, given.preferences),
    fixedCost: number(rows.fixedCost, given.fixedCost),
    preferenceEncoder: choice(rows.preferenceEncoder, given.preferenceEncoder),
    head: choice(rows.head, given.head),
    baseline: choice(rows.baseline, given.baseline),
    optimiser: choice(rows.optimiser, given.optimiser),
    embeddingNoise: number(rows.embeddingNoise, given.embeddingNoise),
    averaging: number(rows.averaging, given.averaging),
    skippedFamilies: clampFamilies(given.skippedFamilies, families, messages),
  }
  return { settings, messages }
}

function clampNumber(row: NumberRow, value: unknown, messages: string[]): number {
  if (value === undefined) return row.default
  if (typeof value !== 'number' || Number.isNaN(value)) {
    messages.push(`${row.label} is not a number; ${row.default} is used.`)
    return row.default
  }
  if (value > row.max) {
    messages.push(`${row.label} ${value} is above ${row.max}; ${row.max} is used.`)
    return row.max
  }
  if (value < row.min) {
    messages.push(`${row.label} ${value} is below ${row.min}; ${row.min} is used.`)
    return row.min
  }
  if (row.whole && !Number.isInteger(value)) {
    messages.push(`${row.label} ${value} is not whole; ${Math.round(value)} is used.`)
    return Math.round(value)
  }
  return value
}

function clampChoice<T extends string>(row: ChoiceRow<T>, value: unknown, messages: string[]): T {
  if (value === undefined) return row.default
  const option = row.options.find(known => known === value)
  if (option !== undefined) return option
  messages.push(`${row.label} ${quote(value)} is not known; ${row.names[row.default]} is used.`)
  return row.default
}

function clampFamilies(value: unknown, families: readonly Family[], messages: string[]): readonly string[] {
  if (value === undefined) return TRAINING_TABLE.skippedFamilies.default
  if (!Array.isArray(value)) {
    messages.push('Families left out is not a list; none is left out.')
    return []
  }
  const trained = families.filter(family => !family.outOfDistribution).map(family => family.id)
  const listed = new Set<unknown>(value)
  for (const name of listed) {
    if (!families.some(family => family.id === name)) {
      messages.push(`This world has no family ${quote(name)} to leave out.`)
    }
  }
  const skipped = trained.filter(id => listed.has(id))
  if (skipped.length > 0 && skipped.length === trained.length) {
    messages.push('At least one family must be trained on; none is left out.')
    return []
  }
  return skipped
}

/** A value from outside, short enough for a message; an object is not asked for its text, since it may have none. */
function quote(value: unknown): string {
  const mute = value !== null && (typeof value === 'object' || typeof value === 'function')
  const text = mute ? typeof value : String(value)
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`
}
