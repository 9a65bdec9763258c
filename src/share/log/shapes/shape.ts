/** A known shape of log: a program's export or a published data set, recognised by its columns. */
import type { Cell, Table } from '../table.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

export interface Shape {
  /** As its makers write it. */
  readonly name: string
  /**
   * The table with the columns that the guess knows by name; null for a file of another shape.
   * @param file its name
   * @throws Problem for what is recognised, but can be no log
   */
  readonly read: (table: Table, file: string) => Table | null
  /** A log in this shape, all made up: to test and to write after. */
  readonly sample: () => readonly TextFile[]
}

/** Whether a table has all of these columns. */
export function hasColumns({ names }: Table, ...wanted: readonly string[]): boolean {
  return wanted.every(name => names.includes(name))
}

/** The same cells under other names. @param rename a column's new name, or its own */
export function renameColumns(table: Table, rename: (name: string) => string): Table {
  return { ...table, names: table.names.map(rename) }
}

/** With a column more, the same in every row, in front. */
export function withConstant(table: Table, name: string, value: Cell): Table {
  if (table.names.includes(name)) return table
  return {
    ...table,
    names: [name, ...table.names],
    scan: visit => table.scan((cells, row) => visit([value, ...cells], row)),
  }
}
