/** One JSON document as records: a list of them, or the layouts in which data frames and servers write one. */
import { problem } from '../../../core/messages/message.ts'
import type { Cell, Table } from '../table.ts'
import { isList, isRecord } from './isRecord.ts'
import { type EachRecord, tableOf } from './records.ts'

type Document = Readonly<Record<string, unknown>>

/** How deep lists of records are looked for. */
const MAX_DEPTH = 3
/** Records that tell what kind they are of. */
const ALIKE = 20
const MODELS = /^(models|llms|roster|model_list)$/i

/** @throws Problem for a document without a list of records */
export function readDocument(name: string, document: unknown): Table {
  if (isList(document)) return tableOf(name, 'JSON', eachOf(fromMatrix(document) ?? document))
  const layout = isRecord(document)
    ? (fromSplit(document) ?? fromColumns(document) ?? fromIndex(document))
    : null
  if (layout !== null) return tableOf(name, 'JSON', eachOf(layout))
  const { rows, models } = listsIn(name, document)
  const table = { ...tableOf(name, 'JSON', eachOf(rows.map(unwrapRow))), head: headOf(document) }
  return models === null ? table : { ...table, models: tableOf(name, 'JSON', eachOf(models)) }
}

/** What a document says beside its lists, by path. */
function headOf(document: unknown): Record<string, Cell> {
  const head: [string, Cell][] = []
  const visit = (value: unknown, path: string, depth: number) => {
    if (!isRecord(value) || depth > MAX_DEPTH) return
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' || typeof inner === 'number') head.push([path + key, inner])
      else visit(inner, `${path}${key}.`, depth + 1)
    }
  }
  visit(document, '', 1)
  return Object.fromEntries(head)
}

function eachOf(list: readonly unknown[]): EachRecord {
  return visit =>
    list.forEach((value, i) => {
      visit(value, i + 1)
    })
}

/** A list of lists, the first of which names the columns. */
function fromMatrix(list: readonly unknown[]): readonly unknown[] | null {
  const [names, ...rows] = list
  if (!isList(names) || rows.length === 0 || !names.every(cell => typeof cell === 'string')) return null
  return rows.every(isList) ? rows.map(cells => zip(names, cells)) : null
}

/** `{ columns: [...], data: [[...], ...] }`: pandas' `split` and `tight`, SQL answers. */
function fromSplit({ columns, data, rows }: Document): readonly unknown[] | null {
  const lists = isList(data) ? data : rows
  if (!isList(columns) || !isList(lists) || !lists.every(isList)) return null
  return lists.map(cells => zip(columns, cells))
}

function zip(names: readonly unknown[], cells: readonly unknown[]): Document {
  return Object.fromEntries(names.map((name, i) => [nameOf(name), cells[i] ?? null]))
}

function nameOf(column: unknown): string {
  return isRecord(column) && typeof column.name === 'string' ? column.name : String(column)
}

/** `{ column: { row: value } }`, as pandas writes by default, or `{ column: [values] }`. */
function fromColumns(document: Document): readonly unknown[] | null {
  const columns = Object.entries(document)
  if (columns.length < 2 || columns.some(([name]) => MODELS.test(name))) return null
  if (columns.every(([, values]) => isList(values) && !values.some(isRecord))) {
    const lengths = new Set(columns.map(([, values]) => (isList(values) ? values.length : 0)))
    const [length] = lengths
    if (lengths.size > 1) return null
    return Array.from({ length }, (_, i) =>
      Object.fromEntries(columns.map(([name, values]) => [name, isList(values) ? values[i] : null])),
    )
  }
  const [, first] = columns[0]
  if (!isRecord(first)) return null
  const rows = Object.keys(first)
  const byColumn = columns.every(
    ([, values]) =>
      isRecord(values) && (rows.length > 0 ? rows[0] in values : true) && isIndex(Object.keys(values)),
  )
  if (!byColumn || rows.length === 0) return null
  return rows.map(row =>
    Object.fromEntries(columns.map(([name, values]) => [name, isRecord(values) ? values[row] : null])),
  )
}

/** Whether keys number rows. */
function isIndex(keys: readonly string[]): boolean {
  return keys.length > 0 && keys.every(key => /^\d+$/.test(key))
}

/** `{ row: { column: value } }`: pandas' `index`, or a dictionary of LLMs. The key becomes the id of a record without one. */
function fromIndex(document: Document): readonly unknown[] | null {
  const rows = Object.entries(document)
  if (rows.length < 2 || !rows.every(([, value]) => isRecord(value))) return null
  // Parts of a document, one of which holds the list.
  if (
    rows.length < ALIKE &&
    rows.some(([, value]) => isRecord(value) && Object.values(value).some(holdsRecords))
  )
    return null
  // Records of one kind have keys in common; a few may be of another.
  const known = new Set(
    rows.slice(0, ALIKE).flatMap(([, value]) => Object.keys(isRecord(value) ? value : {})),
  )
  const alike = rows.filter(([, value]) => isRecord(value) && Object.keys(value).some(key => known.has(key)))
  if (alike.length <= rows.length / 2 || !sharesKey(rows.slice(0, ALIKE).map(([, value]) => value)))
    return null
  return rows.map(([id, value]) => (isIndex([id]) || !isRecord(value) ? value : { id, ...value }))
}

function holdsRecords(value: unknown): boolean {
  return isList(value) && value.length >= ALIKE && value.every(isRecord)
}

/** Whether any two of some records have a key in common. */
function sharesKey(values: readonly unknown[]): boolean {
  const keys = values.flatMap(value => Object.keys(isRecord(value) ? value : {}))
  return new Set(keys).size < keys.length
}

/** `{ row_idx, row: {...} }`, as a server of data sets wraps its rows. */
function unwrapRow(value: unknown): unknown {
  return isRecord(value) && isRecord(value.row) && 'row_idx' in value ? value.row : value
}

/** The list of records inside a document, and the models list beside it. */
function listsIn(name: string, document: unknown) {
  const lists = findLists(document, 1)
  const models = lists.find(({ key }) => MODELS.test(key))
  const records = lists.filter(list => list !== models && !isSchema(list))
  const top = records.filter(({ depth }) => depth === 1)
  const candidates = top.length > 0 ? top : records
  const longest = candidates.reduce((most, { values }) => Math.max(most, values.length), 0)
  // Short lists beside a long one are its description.
  const rows = candidates.filter(({ values }) => 10 * values.length >= longest)
  if (rows.length !== 1) throw problem('json-without-rows', { name, lists: rows.length })
  return { rows: rows[0].values, models: models?.values ?? null }
}

interface Found {
  readonly key: string
  readonly depth: number
  readonly values: readonly unknown[]
}

function findLists(value: unknown, depth: number): Found[] {
  if (!isRecord(value) || depth > MAX_DEPTH) return []
  return Object.entries(value).flatMap(([key, inner]): Found[] =>
    isList(inner) ? [{ key, depth, values: inner }] : findLists(inner, depth + 1),
  )
}

/** `features` or `fields`: a list that names columns. */
function isSchema({ key, values }: Found): boolean {
  return /^(features|fields|columns|schema|index)$/i.test(key) && values.every(value => !isList(value))
}
