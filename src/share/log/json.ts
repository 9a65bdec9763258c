/** JSON (a list of records, or `{ models, rows }`) and JSON lines. */
import { errorText, problem } from '../../core/messages/message.ts'
import { Flattener } from './flatten.ts'
import type { Table, TableFormat, Visit } from './table.ts'
import { decodeText } from './text.ts'

/** One object a line. */
export const JSON_LINES: TableFormat = {
  claims: ({ name, text }) => text.startsWith('{') && isLines(name, text),
  read: (name, bytes) => readJsonLines(name, decodeText(name, bytes)),
}

/** One document. */
export const JSON_LIST: TableFormat = {
  claims: ({ text }) => /^[[{]/.test(text),
  read: (name, bytes) => readJson(name, decodeText(name, bytes)),
}

/** Whether a text that begins with an object has one object a line. */
function isLines(name: string, start: string): boolean {
  if (/\.(jsonl|ndjson)$/i.test(name)) return true
  const [first, ...rest] = start.split('\n')
  if (rest.every(line => line.trim() === '')) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    // A first line beyond the part looked at is long, but it is one line.
    return rest.length === 0 && /\.json$/i.test(name) === false
  }
}

type EachRecord = (visit: (value: unknown, row: number) => void) => void

/** @throws Problem that names the line which is not JSON */
function readJsonLines(name: string, text: string): Table {
  return tableOf(name, 'JSON lines', visit => {
    let row = 0
    for (let start = 0; start < text.length; row++) {
      const end = text.indexOf('\n', start)
      const line = text.slice(start, end < 0 ? text.length : end)
      start = end < 0 ? text.length : end + 1
      if (line.trim() !== '') visit(parse(name, line, row + 1), row + 1)
    }
  })
}

/** @throws Problem for a document without a list of records */
function readJson(name: string, text: string): Table {
  const document = parse(name, text, null)
  const { rows, models } = Array.isArray(document) ? { rows: document, models: null } : parts(name, document)
  const each =
    (list: readonly unknown[]): EachRecord =>
    visit =>
      list.forEach((value, i) => {
        visit(value, i + 1)
      })
  const table = tableOf(name, 'JSON', each(rows))
  return models === null ? table : { ...table, models: tableOf(name, 'JSON', each(models)) }
}

/** The list of records inside a document, and the models list beside it. */
function parts(name: string, document: unknown) {
  const lists = Object.entries(typeof document === 'object' && document !== null ? document : {}).flatMap(
    ([key, value]): [string, readonly unknown[]][] => (Array.isArray(value) ? [[key, value]] : []),
  )
  const models = lists.find(([key]) => /^(models|llms)$/i.test(key))
  const rows = lists.filter(list => list !== models)
  if (rows.length !== 1) {
    throw problem('json-without-rows', { name, lists: rows.length })
  }
  return { rows: rows[0][1], models: models?.[1] ?? null }
}

/** Finds all columns first, so that every row has the same. */
function tableOf(name: string, format: string, each: EachRecord): Table {
  const flattener = new Flattener(name)
  const scan = (visit: Visit) =>
    each((value, row) => visit(flattener.flatten(entriesOf(name, value, row)), row))
  scan(() => {})
  return { format, names: flattener.names, models: null, scan }
}

/** A record's keys and values. A bare text counts as `{ id }`, as in a models list of names alone. */
function entriesOf(name: string, value: unknown, row: number): Iterable<readonly [string, unknown]> {
  if (typeof value === 'string') return [['id', value]]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw problem('json-row-not-an-object', { name, row })
  }
  return Object.entries(value)
}

function parse(name: string, text: string, line: number | null): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw problem('json-broken', { name, line, detail: errorText(error) })
  }
}
