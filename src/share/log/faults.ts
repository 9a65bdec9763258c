/** Faults of rows, counted, with the first few row numbers kept for the message. */
const KEPT = 5

interface Tally {
  count: number
  readonly rows: number[]
}

export class Faults {
  readonly #tallies = new Map<string, Tally>()
  /** Of all faults. */
  count = 0

  /** @param fault a sentence in which {} stands for the rows */
  add(fault: string, row: number): void {
    const tally = this.#tallies.get(fault) ?? { count: 0, rows: [] }
    this.#tallies.set(fault, tally)
    this.count++
    tally.count++
    if (tally.rows.length < KEPT) tally.rows.push(row)
  }

  /** Every fault met, with its rows. */
  sentences(): string[] {
    return [...this.#tallies].map(([fault, tally]) => fault.replace('{}', () => rowsOf(tally)))
  }
}

/** `row 7`, `rows 3, 8 and 12`, `rows 1, 2, 3, 4, 5 and 40 more`. */
function rowsOf({ count, rows }: Tally): string {
  if (count === 1) return `row ${rows[0]}`
  const more = count - rows.length
  if (more > 0) return `rows ${rows.join(', ')} and ${more.toLocaleString('en')} more`
  return `rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1]}`
}
