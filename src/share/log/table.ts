/** A file as a table: named columns, and rows that can be visited as often as needed without all being held at once. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { type Message, type Problem, problem } from '../../core/messages/message.ts'

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
  /** What the file says once for all rows, by path: an LLM's name, say. */
  readonly head: Readonly<Record<string, Cell>>
  /** A models list inside the same file. */
  readonly models: Table | null
  /** Whether its layout is one that goes with decimal commas. */
  readonly suggestsComma: boolean
  /** What was assumed or passed over. */
  readonly notes: readonly Message[]
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

/** A cell as text; '' for a missing one. */
export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}

/** Names without doubles and gaps, in the same order. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Set<string>()
  /** The number that each name was last given, so that many equal ones cost no search. */
  const last = new Map<string, number>()
  return names.map((given, i) => {
    const name = given.trim() || `column ${i + 1}`
    let unique = name
    let n = last.get(name) ?? 1
    while (seen.has(unique)) unique = `${name} (${++n})`
    last.set(name, n)
    seen.add(unique)
    return unique
  })
}

export function tooManyColumns(name: string, columns: number): Problem {
  return problem('too-many-columns', { name, columns, most: LOG_LIMITS.columns })
}
