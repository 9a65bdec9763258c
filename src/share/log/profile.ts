/** What each column of a table holds, from one pass over all rows. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { type ColumnProfile, MAX_DISTINCT } from '../../core/log/mapping.ts'
import { problem } from '../../core/messages/message.ts'
import { SpellingEvidence } from './numbers/evidence.ts'
import { type Cell, type Table, textOf } from './table.ts'

const MAX_ROWS = LOG_LIMITS.prompts * LOG_LIMITS.llms
const SAMPLES = 3
const SAMPLE_CHARS = 80
const REPORT_EVERY = 2_000

export interface TableProfile {
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
}

/** @param onRows called now and then with the rows read so far @throws Problem for more rows than any log may have */
export async function profileTable(
  table: Table,
  onRows: (rows: number) => void = () => {},
): Promise<TableProfile> {
  const columns = table.names.map(name => new Column(name))
  let rows = 0
  await table.scan(cells => {
    if (++rows > MAX_ROWS) throw problem('rows-beyond-limit', { most: MAX_ROWS })
    if (rows % REPORT_EVERY === 0) onRows(rows)
    columns.forEach((column, i) => {
      column.add(cells[i])
    })
  })
  // Who writes one column with decimal commas writes them all so.
  const commas = table.suggestsComma || columns.some(column => column.provesComma)
  return { rows, columns: columns.map(column => column.profile(commas)) }
}

class Column {
  readonly #name: string
  readonly #evidence = new SpellingEvidence()
  #filled = 0
  #length = 0
  readonly #values = new Set<Cell>()
  readonly #samples: string[] = []

  constructor(name: string) {
    this.#name = name
  }

  get provesComma(): boolean {
    return this.#evidence.provesComma
  }

  add(cell: Cell | undefined): void {
    if (cell === null || cell === undefined || cell === '' || this.#evidence.add(cell)) return
    this.#filled++
    const text = textOf(cell)
    this.#length += text.length
    if (this.#samples.length < SAMPLES) this.#samples.push(text.slice(0, SAMPLE_CHARS))
    if (this.#values.size < MAX_DISTINCT) this.#values.add(cell)
  }

  profile(commas: boolean): ColumnProfile {
    return {
      name: this.#name,
      filled: this.#filled,
      ...this.#evidence.decide(commas),
      samples: this.#samples,
      distinct: this.#values.size,
      meanLength: this.#filled > 0 ? this.#length / this.#filled : 0,
    }
  }
}
