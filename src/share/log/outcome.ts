/** One LLM's outcome on one prompt, read from a row's cells; what is wrong with it is counted. */
import type { Mapping } from '../../core/log/mapping.ts'
import { message } from '../../core/messages/message.ts'
import { type Fault, Faults } from './faults.ts'
import type { ListedModel } from './models.ts'
import { type Cell, numberOf, type Table } from './table.ts'

/** Columns of one LLM; -1 where there is none. */
export interface OutcomeColumns {
  readonly score: number
  readonly cost: number
  readonly tokensIn: number
  readonly tokensOut: number
}

const EMPTY: Fault = rows => message('rows-with-gaps', { rows })

/** What can be wrong with the cells of one column. */
interface ColumnFaults {
  readonly notNumber: Fault
  readonly score: Fault
  readonly cost: Fault
}

export class OutcomeReader {
  readonly #faults: readonly ColumnFaults[]
  readonly #scale: Mapping['scoreScale']
  /** Rows that are left out. */
  readonly leftOut = new Faults()
  /** Rows for which the whole log is refused. */
  readonly refused = new Faults()
  /** Of the cell last read. */
  score = 0
  costUsd = 0

  constructor(names: Table['names'], scale: Mapping['scoreScale']) {
    this.#scale = scale
    this.#faults = names.map(column => ({
      notNumber: rows => message('not-numbers', { rows, column }),
      score: rows => message('scores-out-of-range', { rows, column, scale }),
      cost: rows => message('costs-out-of-range', { rows, column }),
    }))
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
      this.refused.add(this.#faults[columns.score].score, row)
    }
    if (!(costUsd >= 0 && costUsd < Number.POSITIVE_INFINITY)) {
      const column = columns.cost >= 0 ? columns.cost : columns.tokensOut
      this.refused.add(this.#faults[column].cost, row)
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
    if (value === undefined) this.refused.add(this.#faults[column].notNumber, row)
    return value ?? null
  }
}
