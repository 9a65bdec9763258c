/** The kinds of rows in the table of training settings: a number, a choice, a list of families. */
import { type Message, message } from '../messages/message.ts'
import type { Family } from '../world/world.ts'
import { listOfIds, numberWithin, oneOf, type Row } from './row.ts'

interface RowText {
  /** Name beside the control. */
  readonly label: string
  /** Symbol in the equations, or ''. */
  readonly symbol: string
  /** What it does, in one line. */
  readonly help: string
  /** Where it enters, as a formula in plain text, or ''. */
  readonly formula: string
}

/** A value that is one of the row's, and what was changed to make it so. */
export interface Clamped<T> {
  readonly value: T
  readonly messages: readonly Message[]
}

/** A row of the training table, whatever its kind. */
export interface TrainingRow<T> extends Row<T>, RowText {
  readonly kind: string
  /**
   * A value from anywhere made one of the row's.
   * @param families of the world to be trained on
   */
  clamp(value: unknown, families: readonly Family[]): Clamped<T>
}

interface NumberBounds extends RowText {
  readonly default: number
  readonly min: number
  readonly max: number
  readonly whole: boolean
  readonly unit: string
}

export interface NumberRow extends TrainingRow<number>, NumberBounds {
  readonly kind: 'number'
  readonly default: number
}

export function numberRow(row: NumberBounds): NumberRow {
  const { min, max, whole, label } = row
  const reader = numberWithin(min, max, whole)
  const changed = (code: 'setting-too-large' | 'setting-too-small' | 'setting-not-whole', value: number) => {
    const used = code === 'setting-not-whole' ? Math.round(value) : code === 'setting-too-large' ? max : min
    return { value: used, messages: [message(code, { label, value, used })] }
  }
  return {
    ...row,
    ...reader,
    kind: 'number',
    clamp(value) {
      if (reader.accepts(value)) return { value, messages: [] }
      if (typeof value !== 'number' || Number.isNaN(value)) {
        return {
          value: row.default,
          messages: [message('setting-not-a-number', { label, used: row.default })],
        }
      }
      if (value > max) return changed('setting-too-large', value)
      return changed(value < min ? 'setting-too-small' : 'setting-not-whole', value)
    },
  }
}

interface Choice<T extends string> extends RowText {
  readonly default: NoInfer<T>
  readonly options: readonly T[]
  /** Words for each option. */
  readonly names: Readonly<Record<NoInfer<T>, string>>
}

export interface ChoiceRow<T extends string = string> extends TrainingRow<T>, Choice<T> {
  readonly kind: 'choice'
  readonly default: T
}

export function choiceRow<T extends string>(row: Choice<T>): ChoiceRow<T> {
  const reader = oneOf(row.options)
  return {
    ...row,
    ...reader,
    kind: 'choice',
    clamp(value) {
      if (reader.accepts(value)) return { value, messages: [] }
      const said = { label: row.label, value: excerpt(value), used: row.names[row.default] }
      return { value: row.default, messages: [message('setting-unknown-option', said)] }
    },
  }
}

/** A list of family ids, checked against the world's. */
export interface FamiliesRow extends TrainingRow<readonly string[]> {
  readonly kind: 'families'
}

/** As worlds name their families; a comma parts them in a link. */
const FAMILY_ID = /^[\p{L}\p{N}_.:/@+ -]{1,128}$/u
const MAX_FAMILIES = 256

export function familiesRow(row: RowText & Pick<FamiliesRow, 'default'>): FamiliesRow {
  return { ...row, ...listOfIds(FAMILY_ID, MAX_FAMILIES), kind: 'families', clamp: clampFamilies }
}

function clampFamilies(value: unknown, families: readonly Family[]): Clamped<readonly string[]> {
  if (!Array.isArray(value)) return { value: [], messages: [message('families-not-a-list', {})] }
  const trained = families.filter(family => !family.outOfDistribution).map(family => family.id)
  const listed = new Set<unknown>(value)
  const unknown = [...listed].filter(name => !families.some(family => family.id === name))
  const messages: Message[] = unknown.map(name => message('family-unknown', { name: excerpt(name) }))
  const skipped = trained.filter(id => listed.has(id))
  if (skipped.length > 0 && skipped.length === trained.length) {
    return { value: [], messages: [...messages, message('families-all-left-out', {})] }
  }
  return { value: skipped, messages }
}

/** A value from outside, short enough for a message; an object is not asked for its text, since it may have none. */
function excerpt(value: unknown): string {
  const mute = value !== null && (typeof value === 'object' || typeof value === 'function')
  const text = mute ? typeof value : String(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
