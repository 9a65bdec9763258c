/** Faults of rows, counted by kind, with the first few row numbers kept for the message. */
import type { RowList } from '../../core/messages/log.ts'
import type { Message } from '../../core/messages/message.ts'

const KEPT = 5

/** A kind of fault: what is said of the rows that have it. Two faults are of one kind if they are the same function. */
export type Fault = (rows: RowList) => Message

interface Rows {
  count: number
  readonly first: number[]
  last: number
}

export class Faults {
  readonly #rows = new Map<Fault, Rows>()
  /** Of all kinds together. */
  count = 0

  /** A row counts once for each kind, however many of its cells are at fault. */
  add(fault: Fault, row: number): void {
    const rows = this.#rows.get(fault) ?? { count: 0, first: [], last: Number.NaN }
    if (rows.last === row) return
    this.#rows.set(fault, rows)
    this.count++
    rows.count++
    rows.last = row
    if (rows.first.length < KEPT) rows.first.push(row)
  }

  countOf(fault: Fault): number {
    return this.#rows.get(fault)?.count ?? 0
  }

  /** One for each kind met, in the order in which they were met. */
  messages(): Message[] {
    return Array.from(this.#rows, ([fault, { count, first }]) => fault({ count, first }))
  }
}
