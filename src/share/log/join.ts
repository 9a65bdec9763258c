/** Several files as one log: their rows one after another. */
import { isModelName, measuresScore } from '../../core/log/guess/names.ts'
import { withConstant } from './shapes/shape.ts'
import type { Cell, Table } from './table.ts'

export interface NamedTable {
  readonly name: string
  readonly table: Table
}

/** @param files one at least; where none says which LLM answered, a file's name does */
export function joinTables(files: readonly NamedTable[]): Table {
  if (files.length === 1) return files[0].table
  const isUnnamed = files.every(({ table }) => !table.names.some(isModelName) && measuresScore(table.names))
  const ids = distinctParts(files.map(({ name }) => name))
  const tables = files.map(({ table }, i) => (isUnnamed ? withConstant(table, 'model', ids[i]) : table))
  const names = [...new Set(tables.flatMap(table => table.names))]
  const place = new Map(names.map((name, i) => [name, i]))
  return {
    format: tables[0].format,
    names,
    head: tables[0].head,
    models: tables.find(table => table.models !== null)?.models ?? null,
    suggestsComma: tables.every(table => table.suggestsComma),
    notes: tables.flatMap(table => table.notes),
    async scan(visit) {
      for (const table of tables) {
        const places = table.names.map(name => place.get(name) ?? 0)
        await table.scan((cells, row) => {
          // A ragged row stays one.
          if (cells.length !== places.length) return visit(cells.slice(0, names.length - 1), row)
          const own: Cell[] = new Array(names.length).fill(null)
          places.forEach((at, i) => {
            own[at] = cells[i]
          })
          visit(own, row)
        })
      }
    },
  }
}

/** File names without what they begin and end with alike. */
export function distinctParts(names: readonly string[]): string[] {
  const stems = names.map(name => name.replace(/\.(csv|tsv|tab|txt|jsonl?|ndjson|parquet)(\.gz)?$/i, ''))
  const shared = (all: readonly string[]) => {
    let length = 0
    while (all[0][length] !== undefined && all.every(name => name[length] === all[0][length])) length++
    return length
  }
  const reverse = (name: string) => [...name].reverse().join('')
  const start = stems.length > 1 ? shared(stems) : 0
  const cut = stems.map(stem => stem.slice(start))
  const end = cut.length > 1 && cut.every(stem => stem !== '') ? shared(cut.map(reverse)) : 0
  // Whole words alone: `gpt-4` and `gpt-5` do not become `4` and `5`.
  const parts = cut.map(stem => stem.slice(0, stem.length - end))
  const whole = stems.map((stem, i) =>
    stem.slice(stem.lastIndexOf('_', stem.length - end - parts[i].length) + 1, stem.length - end),
  )
  return new Set(whole).size === names.length ? whole : stems
}
