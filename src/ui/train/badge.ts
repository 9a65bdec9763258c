/** What a badge says: a setting, its value, and what it is by default. */
import type { Start } from '../../core/experiment/options.ts'
import { TRAINING_TABLE, type TrainingName } from '../../core/experiment/training.ts'
import { DEFAULT_RUN, type RunSettings } from '../../core/view/differences.ts'
import { formatFigure } from '../format.ts'

interface BadgeText {
  /** As within a sentence. */
  readonly label: string
  readonly value: string
  readonly byDefault: string
}

/** As precise as a bound is. */
const DIGITS = 9

const START_NAMES: Readonly<Record<Start, string>> = {
  scratch: 'scratch',
  shipped: 'the shipped policy',
}

export function badgeOf(name: keyof RunSettings, run: RunSettings): BadgeText {
  switch (name) {
    case 'seed':
      return { label: 'seed', value: String(run.seed), byDefault: String(DEFAULT_RUN.seed) }
    case 'start':
      return {
        label: 'start from',
        value: START_NAMES[run.start],
        byDefault: START_NAMES[DEFAULT_RUN.start],
      }
    default: {
      const { label, unit } = rowOf(name)
      const value = written(name, run[name])
      const byDefault = written(name, DEFAULT_RUN[name])
      return {
        label: label.charAt(0).toLowerCase() + label.slice(1),
        value: unit === '' ? value : `${value} ${unit}`,
        byDefault,
      }
    }
  }
}

function rowOf(name: TrainingName): { readonly label: string; readonly unit: string } {
  const row = TRAINING_TABLE[name]
  return { label: row.label, unit: row.kind === 'number' ? row.unit : '' }
}

function written(name: TrainingName, value: RunSettings[TrainingName]): string {
  const row = TRAINING_TABLE[name]
  if (typeof value === 'number') return formatFigure(value, DIGITS)
  if (typeof value !== 'string') return value.length === 0 ? 'none' : value.join(', ')
  const names: Readonly<Record<string, string>> = row.kind === 'choice' ? row.names : {}
  return names[value] ?? value
}
