/** A list of LLMs with their prices, as a file beside the log or inside it. */
import { problem } from '../../core/messages/message.ts'
import { numberOf, type Table, textOf } from './table.ts'

export interface ListedModel {
  readonly id: string
  /** Dollars per million tokens; 0 where the list does not say. */
  readonly priceInUsdPerMillion: number
  readonly priceOutUsdPerMillion: number
}

/** In the column's own unit. */
const MAX_PRICE = 1e6

const ID = /^(id|model|model_?id|model_?name|name|llm)$/i
const PRICE = /price|cost|usd|per_/i

/** Whether a table reads as a list of LLMs: something to call them by, and a price or a file name that says so. */
export function isModelsList(file: string, table: Table): boolean {
  return (
    table.names.some(name => ID.test(name)) &&
    (priceColumns(table).in >= 0 || /model|llm|price|roster/i.test(file))
  )
}

/** @throws Problem with row numbers */
export async function readModels(table: Table): Promise<ListedModel[]> {
  const exact = table.names.indexOf('id')
  const id = exact >= 0 ? exact : table.names.findIndex(name => ID.test(name))
  if (id < 0) throw problem('models-without-id', {})
  const price = priceColumns(table)
  const models: ListedModel[] = []
  await table.scan((cells, row) => {
    const name = textOf(cells[id]).trim()
    if (name === '') throw problem('model-unnamed', { row })
    if (models.some(model => model.id === name)) throw problem('model-twice', { row, llm: name })
    const read = (column: number) => {
      const value = column < 0 ? null : numberOf(cells[column])
      if (value === null) return 0
      if (value === undefined || !(value >= 0 && value < MAX_PRICE))
        throw problem('price-out-of-range', { row, llm: name })
      return value * scaleOf(table.names[column] ?? '')
    }
    models.push({ id: name, priceInUsdPerMillion: read(price.in), priceOutUsdPerMillion: read(price.out) })
  })
  return models
}

function priceColumns({ names }: Table): { in: number; out: number } {
  const find = (side: RegExp) => names.findIndex(name => PRICE.test(name) && side.test(name))
  return {
    in: find(/(^|[^a-z])(in|input|prompt)([^a-z]|$)/i),
    out: find(/(^|[^a-z])(out|output|completion)([^a-z]|$)/i),
  }
}

/** Prices are per million tokens unless the column's name says otherwise. */
function scaleOf(name: string): number {
  return /(1k|1000|thousand)(?!0)/i.test(name) ? 1_000 : /per_token|per token/i.test(name) ? 1e6 : 1
}
