/** A file as a table: named columns, and rows that can be visited as often as needed without all being held at once. */

/** null: nothing there. True and false come as 1 and 0. */
export type Cell = string | number | null

/** @param cells one a column; another number of cells means a ragged row @param row as a spreadsheet or an editor numbers it */
export type Visit = (cells: readonly Cell[], row: number) => void

export interface Table {
  /** What the format is called: `CSV`, `JSON lines`. */
  readonly format: string
  readonly names: readonly string[]
  /** @throws Problem where the file breaks off or breaks its format */
  scan(visit: Visit): Promise<void> | void
  /** A models list inside the same file. */
  readonly models: Table | null
}

/** What a file is known by before it is read. */
export interface FileStart {
  readonly name: string
  readonly bytes: Uint8Array
  /** Its first characters without leading space; '' where it is empty, or no text that could hold a table. */
  readonly text: string
}

/** A form of file that holds a table. */
export interface TableFormat {
  /** Whether it is to read this file, no format before it having claimed it. */
  readonly claims: (start: FileStart) => boolean
  /** @throws Problem that names the file and, where there is one, the row */
  readonly read: (name: string, bytes: Uint8Array) => Table | Promise<Table>
}

/** Words that stand for an empty cell in a column of numbers. */
const MISSING = new Set(['', '-', 'na', 'n/a', 'nan', 'null', 'none'])
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const INFINITE = /^([+-]?)inf(?:inity)?$/i

/** A cell as a number, infinities included; null for a missing one (NaN too), undefined for text that is none. */
export function numberOf(cell: Cell | undefined): number | null | undefined {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return Number.isNaN(cell) ? null : cell
  const text = cell.trim().replace(/^\$/, '')
  if (NUMBER.test(text)) return Number(text)
  if (MISSING.has(text.toLowerCase())) return null
  const infinite = INFINITE.exec(text)
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return text === 'true' || text === 'True' ? 1 : text === 'false' || text === 'False' ? 0 : undefined
}

/** A cell as text; '' for a missing one. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}

/** Names without doubles and gaps, in the same order. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((given, i) => {
    const name = given.trim() || `column ${i + 1}`
    let unique = name
    for (let n = 2; seen.has(unique); n++) unique = `${name} (${n})`
    seen.add(unique)
    return unique
  })
}
