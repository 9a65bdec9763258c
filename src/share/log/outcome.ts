/** One LLM's outcome on one prompt, read from a row's cells; what is wrong with it is counted. */
import { SCALE_SLACK } from '../../core/log/guess/units.ts'
import type { ColumnProfile, CostUnit, Mapping, Role } from '../../core/log/mapping.ts'
import { message } from '../../core/messages/message.ts'
import { type Fault, Faults } from './faults.ts'
import type { ListedModel } from './models.ts'
import { type NumberReader, numberReader } from './numbers/number.ts'
import type { Cell } from './table.ts'

/** Columns of one LLM; -1 where there is none. */
export interface OutcomeColumns {
  readonly score: number
  /** Added; none where tokens tell the cost. */
  readonly costs: readonly number[]
  readonly tokensIn: number
  readonly tokensOut: number
}

const EMPTY: Fault = rows => message('rows-with-gaps', { rows })
/** Dollars of one of the unit; prices of tokens are for one token. */
const DOLLARS: Readonly<Record<CostUnit, number>> = {
  dollars: 1,
  cents: 1 / 100,
  'per-thousand': 1 / 1000,
  millionths: 1e-6,
  'per-million-tokens': 1e-6,
  'per-thousand-tokens': 1e-3,
  'per-token': 1,
}

export function isPerTokens(unit: CostUnit): boolean {
  return unit === 'per-million-tokens' || unit === 'per-thousand-tokens' || unit === 'per-token'
}

/** What can be wrong with the cells of one column. */
interface ColumnFaults {
  readonly notNumber: Fault
  readonly score: Fault
  readonly cost: Fault
}

/** Columns of an LLM in a wide table, or of every LLM in a long one, where `llm` is ''. */
export function outcomeColumns({ columns }: Mapping, llm: string): OutcomeColumns {
  const places = (role: Role, owner: string) =>
    columns.flatMap((column, i) => (column.role === role && column.llm === owner ? [i] : []))
  const [score = -1] = places('score', llm)
  const [shared = -1] = places('tokensIn', '')
  const [tokensIn = shared] = places('tokensIn', llm)
  const [tokensOut = -1] = places('tokensOut', llm)
  return { score, costs: places('cost', llm), tokensIn, tokensOut }
}

export class OutcomeReader {
  readonly #faults: readonly ColumnFaults[]
  readonly #numbers: readonly NumberReader[]
  readonly #unit: CostUnit
  readonly #lowest: number
  readonly #span: number
  /** Rows that are left out. */
  readonly leftOut = new Faults()
  /** Rows for which the whole log is refused. */
  readonly refused = new Faults()
  /** Outcomes whose score is on another scale. */
  scoresOutside = 0
  /** Of the cell last read. */
  score = 0
  costUsd = 0

  constructor(profiles: readonly ColumnProfile[], { columns, scoreScale, costUnit }: Mapping) {
    const scores = profiles.filter((_, i) => columns[i].role === 'score' && Number.isFinite(profiles[i].min))
    const isRange = scoreScale === 'range'
    this.#lowest = isRange ? Math.min(...scores.map(({ min }) => min)) : 0
    const top = isRange ? Math.max(...scores.map(({ max }) => max)) : scoreScale
    this.#span = top - this.#lowest || 1
    this.#unit = costUnit
    this.#numbers = profiles.map(({ spelling }) => numberReader(spelling))
    this.#faults = profiles.map(({ name: column }) => ({
      notNumber: rows => message('not-numbers', { rows, column }),
      score: rows => message('scores-out-of-range', { rows, column, scale: top }),
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
      columns.costs.length > 0 ? this.#cost(cells, columns, row) : this.#tokenCost(cells, columns, model, row)
    if (score === null || costUsd === null) return false
    this.score = this.#share(score, columns.score, row)
    this.costUsd = costUsd
    if (!(costUsd >= 0 && costUsd < Number.POSITIVE_INFINITY)) {
      const column = columns.costs[0] ?? columns.tokensOut
      this.refused.add(this.#faults[column].cost, row)
    }
    return true
  }

  /** In [0, 1]; a hair beyond is rounding. */
  #share(score: number, column: number, row: number): number {
    const share = (score - this.#lowest) / this.#span
    if (!(share >= -SCALE_SLACK && share <= 1 + SCALE_SLACK)) {
      this.scoresOutside++
      this.refused.add(this.#faults[column].score, row)
    }
    return Math.min(1, Math.max(0, share))
  }

  #cost(cells: readonly Cell[], columns: OutcomeColumns, row: number): number | null {
    let sum = 0
    for (const column of columns.costs) {
      const cost = this.#number(cells, column, row)
      if (cost === null) return null
      // A sentinel among the parts must not hide in their sum.
      if (cost < 0) return -1
      sum += cost
    }
    if (!isPerTokens(this.#unit)) return this.#unit === 'cents' ? sum / 100 : sum * DOLLARS[this.#unit]
    const input = columns.tokensIn < 0 ? 0 : this.#number(cells, columns.tokensIn, row)
    const output = this.#number(cells, columns.tokensOut, row)
    if (input === null || output === null) return null
    return input < 0 || output < 0 ? -1 : (input + output) * sum * DOLLARS[this.#unit]
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
    return (input * (model.priceInUsdPerMillion ?? 0) + output * (model.priceOutUsdPerMillion ?? 0)) / 1e6
  }

  /** null when the cell is empty, and when it is text: the latter refuses the log. */
  #number(cells: readonly Cell[], column: number, row: number): number | null {
    const value = this.#numbers[column](cells[column])
    if (value === null) this.leftOut.add(EMPTY, row)
    if (value === undefined) this.refused.add(this.#faults[column].notNumber, row)
    return value ?? null
  }
}
