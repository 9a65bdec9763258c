/**
 * Objects and lists as the cells of a table: `{ score: [1, 0] }` fills the columns `score[0]` and `score[1]`. A list of chat
 * messages is one cell: the person's turns.
 */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { personTurns } from './chat/chat.ts'
import { type Cell, tooManyColumns } from './table.ts'

/** Deeper values are left aside. */
const MAX_DEPTH = 3
/** Longer lists are no list of LLMs (an embedding, say) and are left aside. */
const MAX_LIST = 200

export class Flattener {
  readonly #file: string
  readonly names: string[] = []
  readonly #index = new Map<string, number>()
  /** Names of a list's places, made once. */
  readonly #places = new Map<string, string[]>()

  /** @param file its name, for messages */
  constructor(file: string) {
    this.#file = file
  }

  /** Cells of one record, by column; a key not met before opens a column. @throws Problem beyond the limit */
  flatten(record: Iterable<readonly [string, unknown]>): Cell[] {
    const cells: Cell[] = new Array(this.names.length).fill(null)
    for (const [key, value] of record) this.#put(cells, key, value, 1)
    return cells
  }

  #put(cells: Cell[], path: string, value: unknown, depth: number): void {
    if (value === null || value === undefined) return
    if (typeof value !== 'object') {
      cells[this.#column(path)] = scalar(value)
      return
    }
    if (value instanceof Date) cells[this.#column(path)] = value.toISOString()
    else if (depth > MAX_DEPTH) return
    else if (Array.isArray(value)) this.#putList(cells, path, value, depth)
    else if (!ArrayBuffer.isView(value)) {
      for (const [key, inner] of Object.entries(value)) this.#put(cells, `${path}.${key}`, inner, depth + 1)
    }
  }

  #putList(cells: Cell[], path: string, items: readonly unknown[], depth: number): void {
    const turns = personTurns(items)
    if (turns !== null) {
      cells[this.#column(path)] = turns
      return
    }
    if (items.length > MAX_LIST) return
    const places = this.#places.get(path) ?? []
    this.#places.set(path, places)
    while (places.length < items.length) places.push(`${path}[${places.length}]`)
    items.forEach((item, i) => {
      this.#put(cells, places[i], item, depth + 1)
    })
  }

  #column(path: string): number {
    const known = this.#index.get(path)
    if (known !== undefined) return known
    if (this.names.length >= LOG_LIMITS.columns) throw tooManyColumns(this.#file, this.names.length + 1)
    this.#index.set(path, this.names.length)
    this.names.push(path)
    return this.names.length - 1
  }
}

function scalar(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'number':
      return value
    case 'boolean':
    case 'bigint':
      return Number(value)
    default:
      return null
  }
}
