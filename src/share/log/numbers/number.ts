/** One cell as a number, in a known spelling. */
import { type NumberSpelling, PLAIN_NUMBERS } from '../../../core/log/spelling.ts'
import type { Cell } from '../table.ts'
import { isMissing } from './words.ts'

/** Longer cells are no numbers. */
export const NUMBER_CHARS = 40

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const INFINITE = /^([+-]?)(?:inf(?:inity)?|∞)$/i
const FRACTION = /^(\d+(?:[.,]\d+)?) ?(?:\/|of|out of) ?(\d+)$/i
/** Before or after the number, with or without a space. */
const BEFORE = /^([+-]?)(us\$|a\$|c\$|usd|eur|gbp|jpy|cny|inr|chf|[$€£¥₹¢₽₩])\s*(?=[+\-.,\d])/i
const AFTER =
  /\s*(us\$|usd|dollars?|eur|euros?|gbp|jpy|cny|rmb|inr|chf|cents?|ct|us¢|[$€£¥₹¢₽₩]|%|percent|pct)$/i
const PER = /\s*(?:\/|per)\s*(1?k|1?m|thousand|million|1[,.]?000(?:[,.]?000)?)\s*(?:tok(?:en)?s?|tk)?$/i
const UNITS: Readonly<Record<string, string>> = {
  us$: '$',
  usd: '$',
  dollar: '$',
  dollars: '$',
  cent: '¢',
  cents: '¢',
  ct: '¢',
  'us¢': '¢',
  eur: '€',
  euro: '€',
  euros: '€',
  gbp: '£',
  jpy: '¥',
  percent: '%',
  pct: '%',
}

export interface CellNumber {
  readonly value: number
  /** As in `NumberSpelling`; '/' for a fraction. */
  readonly unit: string
  /** Tokens that a price is for; 0 where the cell does not say. */
  readonly perTokens: number
}

/** A cell that no plain number fills. Every kind of space is one, every minus a hyphen. */
export function tidy(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\s\u200B\u2060\uFEFF]+/g, ' ')
    .replace(/[\u2212\u2013](?=[\d.,])/g, '-')
    .trim()
}

export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** The number and its unit, whatever the unit means; null for what is none in this spelling. @param text tidied */
export function parseNumber(text: string, decimal: '.' | ','): CellNumber | null {
  if (text.length > NUMBER_CHARS) return null
  const fraction = FRACTION.exec(text)
  if (fraction) {
    const value = Number(fraction[1].replace(',', '.')) / Number(fraction[2])
    return Number.isFinite(value) ? { value, unit: '/', perTokens: 0 } : null
  }
  const per = PER.exec(text)
  let rest = per ? text.slice(0, per.index) : text
  const after = AFTER.exec(rest)
  if (after) rest = rest.slice(0, after.index)
  const before = BEFORE.exec(rest)
  if (before) rest = before[1] + rest.slice(before[0].length)
  const sign = (after?.[1] ?? before?.[2] ?? '').toLowerCase()
  if (after && before && unitOf(before[2]) !== unitOf(after[1])) return null
  const value = readDigits(rest, decimal)
  if (value === null) return null
  return { value, unit: unitOf(sign), perTokens: per === null ? 0 : tokensOf(per[1]) }
}

function unitOf(sign: string): string {
  const lower = sign.toLowerCase()
  return UNITS[lower] ?? lower
}

function tokensOf(written: string): number {
  return /^1?m$|million|000.?000/i.test(written) ? 1e6 : 1e3
}

/** Digits with a decimal sign and thousands groups; null where they do not fit. */
function readDigits(text: string, decimal: '.' | ','): number | null {
  const [, sign, digits, exponent] = /^([+-]?)([\d.,'’ _]+?)(e[+-]?\d+)?$/i.exec(text) ?? []
  if (digits === undefined) return null
  const at = digits.indexOf(decimal)
  const whole = at < 0 ? digits : digits.slice(0, at)
  const fraction = at < 0 ? '' : digits.slice(at + 1)
  if (!/^\d*$/.test(fraction) || !(isGrouped(whole, decimal) || (whole === '' && fraction !== '')))
    return null
  return Number(`${sign}${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}${exponent ?? ''}`)
}

/** Digits alone, or in groups of three (or as in India) by one sign that is not the decimal one; no group begins with 0. */
function isGrouped(whole: string, decimal: '.' | ','): boolean {
  if (/^\d+$/.test(whole)) return true
  const other = decimal === '.' ? ',' : '\\.'
  return (
    new RegExp(`^[1-9]\\d{0,2}(?:(${other}|['’ _])\\d{3})(?:\\1\\d{3})*$`).test(whole) ||
    new RegExp(`^[1-9]\\d?(?:${other}\\d{2})+${other}\\d{3}$`).test(whole)
  )
}

/** A cell as a number, infinities included; null for a missing one (NaN too), undefined for text that is none. */
export type NumberReader = (cell: Cell | undefined) => number | null | undefined

export function numberReader(spelling: NumberSpelling): NumberReader {
  return cell => {
    const read = readCell(cell, spelling)
    return typeof read === 'object' && read !== null ? read.value : read
  }
}

/** As `numberReader`, with the unit that the cell carries. A percentage is a share, cents are dollars. */
export function readCell(cell: Cell | undefined, spelling: NumberSpelling): CellNumber | null | undefined {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : inColumn(cell, '', 0, spelling)
  const trimmed = cell.trim()
  if (PLAIN.test(trimmed) && (spelling.decimal === '.' || !trimmed.includes('.'))) {
    return inColumn(Number(trimmed), '', 0, spelling)
  }
  if (cell.length > NUMBER_CHARS) return undefined
  const text = tidy(cell)
  const lower = text.toLowerCase()
  if (isMissing(lower)) return null
  if (spelling.words !== null && Object.hasOwn(spelling.words, lower)) {
    return { value: spelling.words[lower], unit: '', perTokens: 0 }
  }
  const infinite = INFINITE.exec(text)
  if (infinite) {
    const value = infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    return { value, unit: '', perTokens: 0 }
  }
  const number = parseNumber(text, spelling.decimal)
  return number === null ? undefined : inColumn(number.value, number.unit, number.perTokens, spelling)
}

/** In the unit of its column; undefined where the cell's own does not go with it. */
function inColumn(
  value: number,
  unit: string,
  perTokens: number,
  column: NumberSpelling,
): CellNumber | undefined {
  const goes = (inUnit: string, scale = 1) => ({ value: value * scale, unit: inUnit, perTokens })
  // A bare number among percentages may be a share or a percentage, one among cents dollars; 0 is 0 either way.
  if (unit === '' && (column.unit === '%' || column.unit === '¢')) return value === 0 ? goes('') : undefined
  if (unit === '' || unit === '/') return goes(unit)
  if (unit === '%') return column.unit === '%' ? { value: value / 100, unit, perTokens } : undefined
  if (unit === '¢' || unit === '$') {
    if (column.unit !== '¢' && column.unit !== '$') return undefined
    return unit === '$' ? goes('$') : { value: value / 100, unit: '$', perTokens }
  }
  return unit === column.unit ? goes(unit) : undefined
}

/** Where no column is known: a price typed by hand, a column's name. */
export const plainNumber: NumberReader = numberReader(PLAIN_NUMBERS)
