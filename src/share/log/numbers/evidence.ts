/** What the cells of a column tell of its spelling. Both readings are kept until all cells have been seen. */
import type { NumberSpelling } from '../../../core/log/spelling.ts'
import type { Cell } from '../table.ts'
import { isPlain, NUMBER_CHARS, parseNumber, tidy } from './number.ts'
import { isMissing, isWord, pairOf } from './words.ts'

/** More different words than any pair has. */
const MOST_WORDS = 6
/** 1.5 with a decimal point, 1500 with a decimal comma. */
const AMBIGUOUS_DOT = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/

/** A column's numbers: how many, and their range; NaN without any. */
export interface ColumnNumbers {
  readonly spelling: NumberSpelling
  readonly numeric: number
  readonly min: number
  readonly max: number
}

class Range {
  count = 0
  min = Number.POSITIVE_INFINITY
  max = Number.NEGATIVE_INFINITY

  add(value: number): void {
    if (!Number.isFinite(value)) return
    this.count++
    if (value < this.min) this.min = value
    if (value > this.max) this.max = value
  }
}

/** Cells of one unit, by what they are in the two spellings. */
class Readings {
  readonly same = new Range()
  readonly dot = new Range()
  readonly comma = new Range()
}

export class SpellingEvidence {
  /** Cells that are numbers in one spelling alone. */
  #dots = 0
  #commas = 0
  /** Cells that are different numbers in the two. */
  #ambiguous = 0
  readonly #bare = new Readings()
  readonly #units = new Map<string, Readings>()
  readonly #words = new Set<string>()
  #wordCells = 0

  /** @returns whether the cell says that nothing is there */
  add(cell: Cell): boolean {
    if (cell === null) return true
    if (typeof cell === 'number') {
      this.#bare.same.add(cell)
      return Number.isNaN(cell)
    }
    const trimmed = cell.trim()
    if (isPlain(trimmed)) {
      this.#addPlain(trimmed)
      return false
    }
    if (cell.length > NUMBER_CHARS) return false
    const text = tidy(cell)
    const lower = text.toLowerCase()
    if (isMissing(lower)) return true
    if (isWord(lower)) {
      this.#wordCells++
      if (this.#words.size < MOST_WORDS) this.#words.add(lower)
    } else this.#addWritten(text)
    return false
  }

  /** Whether its numbers have a decimal comma beyond doubt. */
  get provesComma(): boolean {
    return this.#commas > this.#dots
  }

  /** @param commaFile whether other columns, or the file's separator, speak for decimal commas */
  decide(commaFile: boolean): ColumnNumbers {
    const isComma = this.#dots === this.#commas ? commaFile && this.#ambiguous > 0 : this.#commas > this.#dots
    const spelling: NumberSpelling = {
      decimal: isComma ? ',' : '.',
      unit: this.#commonUnit(),
      words: pairOf(this.#words),
    }
    const total = new Range()
    const include = (readings: Readings, scale: number) => {
      for (const range of [readings.same, isComma ? readings.comma : readings.dot]) {
        total.count += range.count
        total.min = Math.min(total.min, range.min * scale)
        total.max = Math.max(total.max, range.max * scale)
      }
    }
    include(this.#bare, spelling.unit === '%' || spelling.unit === '¢' ? 0.01 : 1)
    for (const [unit, readings] of this.#units) include(readings, unit === '%' || unit === '¢' ? 0.01 : 1)
    if (spelling.words !== null) {
      total.count += this.#wordCells
      total.min = Math.min(total.min, 0)
      total.max = Math.max(total.max, 1)
    }
    const none = total.count === 0
    return {
      spelling,
      numeric: total.count,
      min: none ? Number.NaN : total.min,
      max: none ? Number.NaN : total.max,
    }
  }

  #commonUnit(): string {
    let [common, most] = ['', 0]
    for (const [unit, { same, dot, comma }] of this.#units) {
      const count = same.count + Math.max(dot.count, comma.count)
      if (unit !== '/' && count > most) [common, most] = [unit, count]
    }
    return common
  }

  #addPlain(text: string): void {
    const value = Number(text)
    if (!text.includes('.')) this.#bare.same.add(value)
    else if (AMBIGUOUS_DOT.test(text)) {
      this.#ambiguous++
      this.#bare.dot.add(value)
      this.#bare.comma.add(Number(text.replaceAll('.', '')))
    } else {
      this.#dots++
      this.#bare.dot.add(value)
    }
  }

  #addWritten(text: string): void {
    const [dot, comma] = [parseNumber(text, '.'), parseNumber(text, ',')]
    const unit = (dot ?? comma)?.unit
    if (unit === undefined) return
    const readings = unit === '' ? this.#bare : (this.#units.get(unit) ?? new Readings())
    if (unit !== '') this.#units.set(unit, readings)
    if (dot !== null && dot.value === comma?.value) {
      readings.same.add(dot.value)
      return
    }
    if (dot === null) this.#commas++
    else if (comma === null) this.#dots++
    else this.#ambiguous++
    if (dot !== null) readings.dot.add(dot.value)
    if (comma !== null) readings.comma.add(comma.value)
  }
}
