/** One LLM's outcome on one prompt, read from a row's cells; what is wrong with it is counted. */
import type { Mapping } from '../../core/log/mapping.ts'
import { Faults } from './faults.ts'
import type { ListedModel } from './models.ts'
import { type Cell, numberOf, type Table } from './table.ts'

/** Columns of one LLM; -1 where there is none. */
export interface OutcomeColumns {
  readonly score: number
  readonly cost: number
  readonly tokensIn: number
  readonly tokensOut: number
}

const EMPTY = 'Left out, because a cell is empty or NaN: {}.'
export const RAGGED = 'Left out, because the row has another number of cells than the header: {}.'
export const NO_PROMPT = 'Left out, because the prompt is empty: {}.'

export class OutcomeReader {
  readonly #names: Table['names']
  readonly #scale: Mapping['scoreScale']
  /** Rows that are left out. */
  readonly leftOut = new Faults()
  /** Rows for which the whole log is refused. */
  readonly refused = new Faults()
  /** Of the cell last read. */
  score = 0
  costUsd = 0

  constructor(names: Table['names'], scale: Mapping['scoreScale']) {
    this.#names = names
    this.#scale = scale
  }

  /** Reads score and cost into the fields of those names; false when the row is of no use. */
  read(
    cells: readonly Cell[],
    row: number,
    columns: OutcomeColumns,
    model: ListedModel | undefined,
  ): boolean {
    const score = this.#number(cells, columns.score, row)
    const costUsd =
      columns.cost >= 0 ? this.#number(cells, columns.cost, row) : this.#tokenCost(cells, columns, model, row)
    if (score === null || costUsd === null) return false
    this.score = score / this.#scale
    this.costUsd = costUsd
    if (!(this.score >= 0 && this.score <= 1)) {
      this.refused.add(
        `Scores outside 0 to ${this.#scale} in “${this.#names[columns.score]}”: {}. Choose the scale they are on, or correct the file.`,
        row,
      )
    }
    if (!(costUsd >= 0 && costUsd < Number.POSITIVE_INFINITY)) {
      const column = this.#names[columns.cost >= 0 ? columns.cost : columns.tokensOut]
      this.refused.add(
        `Negative or infinite in “${column}”: {}. A cost is a number of dollars, 0 or more.`,
        row,
      )
    }
    return true
  }

  #tokenCost(
    cells: readonly Cell[],
    columns: OutcomeColumns,
    model: ListedModel | undefined,
    row: number,
  ): number | null {
    const input = columns.tokensIn < 0 ? 0 : this.#number(cells, columns.tokensIn, row)
    const output = this.#number(cells, columns.tokensOut, row)
    if (input === null || output === null || model === undefined) return null
    if (input < 0 || output < 0) return -1
    return (input * model.priceInUsdPerMillion + output * model.priceOutUsdPerMillion) / 1e6
  }

  /** null when the cell is empty, and when it is text: the latter refuses the log. */
  #number(cells: readonly Cell[], column: number, row: number): number | null {
    const value = numberOf(cells[column])
    if (value === null) this.leftOut.add(EMPTY, row)
    if (value === undefined) this.refused.add(`Not a number in “${this.#names[column]}”: {}.`, row)
    return value ?? null
  }
}
