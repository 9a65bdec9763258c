/** What a row of the view's table is, and the kinds of rows there are. */
import { collect, listOfIds, numberWithin, oneOf, type Row, type Rows } from '../experiment/row.ts'
import type { Message } from '../messages/message.ts'

/** How a row is named and where it goes, whatever its values are. */
export interface Travel {
  /** Its field in a link. */
  readonly key: string
  /** What it is called, in words. */
  readonly label: Message
  /** The version of links that first had it. */
  readonly since: 1 | 2 | 3
  /** A link names it even where it has its default, which a later version of the page may change. */
  readonly always?: boolean
  /** Whether a link carries it. */
  readonly inLink: boolean
  /** Who holds its value on the page. */
  readonly keeper: Keeper
  /** A change of it is a step of the browser's history, which Back takes back; others replace the address. */
  readonly isStep?: boolean
}

/** `settings` and `training` are one session's: how a run learns, and what else it goes by. */
export type Keeper = 'route' | 'encoder' | 'settings' | 'training' | 'page'

export interface ViewRow<T> extends Row<T>, Travel {}

/** A table of the view: one row a setting. */
export type ViewRows<Settings> = { readonly [Name in keyof Settings]: ViewRow<Settings[Name]> }

export function choice<T extends string>(
  travel: Travel,
  options: readonly T[],
  initial: NoInfer<T>,
): ViewRow<T> {
  return { ...travel, ...oneOf(options), default: initial }
}

/** On or off, off by default: `1` or `0` in a link. */
export function flag(travel: Travel): ViewRow<boolean> {
  return {
    ...travel,
    default: false,
    accepts: value => typeof value === 'boolean',
    read: text => (text === '1' ? true : text === '0' ? false : null),
    write: value => (value ? '1' : '0'),
  }
}

/** A name of the right form, or what stands for none. */
export function name(travel: Travel, pattern: RegExp, initial: string): ViewRow<string> {
  const accepts = (value: unknown): value is string =>
    typeof value === 'string' && (value === initial || pattern.test(value))
  return {
    ...travel,
    default: initial,
    accepts,
    read: text => (accepts(text) ? text : null),
    write: value => value,
  }
}

export function wholeNumber(travel: Travel, min: number, max: number, initial: number): ViewRow<number> {
  return { ...travel, ...numberWithin(min, max, true), default: initial }
}

const PART = /^[a-z][a-z-]{0,63}$/
const MAX_PARTS = 64

/** Ids of parts of the page, none by default. Whether the page has them is not known here. */
export function parts(travel: Travel): ViewRow<readonly string[]> {
  return { ...travel, ...listOfIds(PART, MAX_PARTS), default: [] }
}

/** w_c in [0, 1]; a link has it in the dial's steps of 0.01. */
export function dial(travel: Travel, initial: number): ViewRow<number> {
  const { accepts, read } = numberWithin(0, 1, false)
  return {
    ...travel,
    default: initial,
    accepts,
    read(text) {
      const value = read(text)
      return value === null ? null : toSteps(value)
    },
    write: value => String(toSteps(value)),
  }
}

function toSteps(wc: number): number {
  return Math.round(wc * 100) / 100
}

/** The rows of another table as rows of the view's. */
export function withTravel<Settings>(
  rows: Rows<Settings>,
  travelOf: (name: Extract<keyof Settings, string>) => Travel,
): ViewRows<Settings> {
  return collect<ViewRows<Settings>>(rows, name => ({ ...rows[name], ...travelOf(name) }))
}
