/** Records as a table: what is nested becomes columns, answers that a prompt lists become rows. */
import { quantityOf } from '../../../core/log/guess/quantity.ts'
import { problem } from '../../../core/messages/message.ts'
import { Flattener } from '../flatten.ts'
import type { Table, Visit } from '../table.ts'
import { isList, isRecord } from './isRecord.ts'

/** Records with their number, from 1. */
export type EachRecord = (visit: (value: unknown, row: number) => void) => void

/** Finds all columns first, so that every row has the same. */
export function tableOf(name: string, format: string, each: EachRecord): Table {
  const flattener = new Flattener(name)
  const scan = (visit: Visit) =>
    each((value, row) => {
      for (const record of rowsOf(recordOf(name, value, row))) {
        visit(flattener.flatten(Object.entries(record)), row)
      }
    })
  scan(() => {})
  return { format, names: flattener.names, head: {}, models: null, suggestsComma: false, notes: [], scan }
}

type Entries = Readonly<Record<string, unknown>>

/** A bare text counts as `{ id }`, as in a models list of names alone. */
function recordOf(name: string, value: unknown, row: number): Entries {
  if (typeof value === 'string') return { id: value }
  if (!isRecord(value)) throw problem('json-row-not-an-object', { name, row })
  return value
}

const MODEL = /^(model|llm|model_?name|model_?id|llm_?name|provider|engine)$/i

/** A prompt with the list of its answers, each of a named LLM, is as many rows; any other record is one. */
function rowsOf(record: Entries): readonly Entries[] {
  for (const [key, list] of Object.entries(record)) {
    if (!Array.isArray(list) || list.length === 0 || !list.every(namesModel)) continue
    const { [key]: _, ...shared } = record
    return list.map((answer: Entries) => ({ ...shared, ...answer }))
  }
  return fromParallel(record) ?? [record]
}

const LISTED = /^(models|llms|model_?names|model_?ids|llm_?names)$/i

/** `{ models: [a, b], scores: [1, 0], costs: [...] }`: the first of each list are of the LLM named first, row by row. */
function fromParallel(record: Entries): readonly Entries[] | null {
  const named = Object.entries(record).find(([key]) => LISTED.test(key))
  if (!named || !isList(named[1]) || named[1].length < 2) return null
  const [models, llms] = named
  if (!llms.every(llm => typeof llm === 'string')) return null
  const isParallel = ([key, value]: readonly [string, unknown]) =>
    isList(value) && value.length === llms.length && quantityOf(key) !== null
  const others = Object.entries(record).filter(([key]) => key !== models)
  const lists = others.filter(isParallel)
  if (lists.length === 0) return null
  const shared = others.filter(entry => !isParallel(entry))
  return llms.map((llm, i) =>
    Object.fromEntries([
      ...shared,
      ['model', llm],
      ...lists.map(([key, list]): [string, unknown] => [key, isList(list) ? list[i] : null]),
    ]),
  )
}

function namesModel(value: unknown): value is Entries {
  return (
    isRecord(value) && Object.entries(value).some(([key, own]) => MODEL.test(key) && typeof own === 'string')
  )
}
