/** A list of LLMs with their prices, as a file beside the log or inside it. */
import { plainName } from '../../core/log/guess/plainName.ts'
import type { NumberSpelling } from '../../core/log/spelling.ts'
import { problem } from '../../core/messages/message.ts'
import { readCell } from './numbers/number.ts'
import { profileTable } from './profile.ts'
import { type Table, textOf } from './table.ts'

export interface ListedModel {
  readonly id: string
  /** Dollars per million tokens; null where the list does not say. */
  readonly priceInUsdPerMillion: number | null
  readonly priceOutUsdPerMillion: number | null
  /** The row, if one of its prices is none. */
  readonly badRow: number | null
}

/** In the column's own unit. */
const MAX_PRICE = 1e6

const ID = /^(id|model|model_?id|model_?name|name|llm|llm_?name|slug)$/i
const PRICE = /pric(e|ing)|cost|usd|per_|[$]/i
/** Columns that a log has and a list of LLMs has not. */
const OF_A_LOG =
  /^(prompts?|questions?|query|inputs?|instructions?|messages|text|scores?|reward|user_?input)$/i

function isId(name: string): boolean {
  return ID.test(plainName(name))
}

/** Whether a table reads as a list of LLMs: something to call them by, and a price or a file name that says so. */
export function isModelsList(file: string, table: Table): boolean {
  return (
    !table.names.some(name => OF_A_LOG.test(name)) &&
    table.names.some(isId) &&
    (priceColumns(table).out >= 0 || priceColumns(table).in >= 0 || /model|llm|price|roster/i.test(file))
  )
}

/** @throws Problem with row numbers */
export async function readModels(table: Table): Promise<ListedModel[]> {
  const exact = table.names.indexOf('id')
  const id = exact >= 0 ? exact : table.names.findIndex(isId)
  if (id < 0) throw problem('models-without-id', {})
  const price = priceColumns(table)
  const { columns } = await profileTable(table)
  const models = new Map<string, ListedModel>()
  await table.scan((cells, row) => {
    const name = textOf(cells[id]).trim()
    if (name === '') throw problem('model-unnamed', { row })
    if (models.has(name)) throw problem('model-twice', { row, llm: name })
    const read = (column: number) =>
      column < 0 ? null : readPrice(textOf(cells[column]), table.names[column], columns[column].spelling)
    const [input, output] = [read(price.in), read(price.out)]
    models.set(name, {
      id: name,
      priceInUsdPerMillion: input ?? null,
      priceOutUsdPerMillion: output ?? null,
      badRow: input === undefined || output === undefined ? row : null,
    })
  })
  return [...models.values()]
}

/** Dollars per million tokens; null for an empty cell, undefined for one that is no price. */
function readPrice(cell: string, column: string, spelling: NumberSpelling): number | null | undefined {
  const read = readCell(cell, spelling)
  if (read === null || read === undefined) return read
  const { value, unit, perTokens } = read
  if (!(value >= 0 && value < MAX_PRICE) || (unit !== '' && unit !== '$')) return undefined
  return value * (perTokens > 0 ? 1e6 / perTokens : scaleOf(column))
}

function priceColumns(table: Table): { in: number; out: number } {
  // `inputPrice` as `input_Price`.
  const names = table.names.map(name => name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2'))
  const find = (side: RegExp) =>
    names.findIndex(name => PRICE.test(name) && side.test(name) && !OTHER.test(name))
  return {
    in: find(/(^|[^a-z])(in|input|prompt)([^a-z]|$)/i),
    out: find(/(^|[^a-z])(out|output|completion)([^a-z]|$)/i),
  }
}

/** Prices of something else: of cached, spoken or drawn tokens. */
const OTHER = /cache|audio|image|video|batch|character|second|pixel|query|above|flex|priority|reasoning/i

/** Prices are per million tokens unless the column's name says otherwise. */
function scaleOf(name: string): number {
  if (/cents?\b|cents?_/i.test(name)) return scaleOf(name.replace(/cents?/gi, '')) / 100
  if (/(1k|1000|thousand)(?!0)/i.test(name)) return 1_000
  // OpenRouter's list nests dollars per token under `pricing`.
  return /per_?token|per token/i.test(name) || /^(.*\.)?pricing\.(prompt|completion)$/i.test(name) ? 1e6 : 1
}
