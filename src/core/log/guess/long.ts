/** Long tables: one column names the LLM, the others hold its outcome. */
import type { ColumnProfile, ColumnRole } from '../mapping.ts'
import { MAX_DISTINCT } from '../mapping.ts'
import { isNumeric } from './numeric.ts'
import { plainName } from './plainName.ts'
import { type Kind, ownedQuantityOf, type Quantity, quantityOf } from './quantity.ts'
import { isConstant } from './units.ts'

/** Names of LLMs stand under these, the surest first; in nested records under their last part. */
export const MODEL_NAMES = [
  /^(model|llm|modell|modelo|modèle|modello|модель|模型|モデル|model_?name|llm_?name|llm_?id|model_?used|model_?requested|model_?version|used_?model)$/i,
  /^(model_?id|model_?slug|deployment|router_?model|chosen_?model|modelname)$/i,
  /(^|\.)(model|llm|provider\.id|model_?name)$/i,
  /^(engine|arm|provider|agent|system|candidate|assistant)$/i,
]

interface Measured extends Quantity {
  readonly place: number
}

/** Null where no column names LLMs, or none holds their scores. @param named the model column that was chosen; -1 for none */
export function guessLong(
  columns: readonly ColumnProfile[],
  free: (i: number) => boolean,
  named: number,
): ColumnRole[] | null {
  const model = named >= 0 ? named : findModel(columns, free)
  if (model < 0) return null
  const measured = columns.flatMap((column, place): Measured[] => {
    const quantity = free(place) && isNumeric(column) ? quantityOf(lastPart(column.name)) : null
    return quantity === null ? [] : [{ ...quantity, place }]
  })
  // Costs of no certain LLM say that the scores beside them are of none either.
  const isLong = measured.some(({ kind }) => kind === 'cost' || kind === 'tokensOut')
  const score = best(measured, 'score').concat(isLong ? ownedScores(columns, free) : [])
  if (score.length === 0 && named < 0) return null
  const roles = columns.map((): ColumnRole => ({ role: 'ignore', llm: '' }))
  roles[model] = { role: 'model', llm: '' }
  for (const { place } of score.slice(0, 1)) roles[place] = { role: 'score', llm: '' }
  for (const place of costsOf(columns, measured, columns[model].distinct))
    roles[place] = { role: 'cost', llm: '' }
  for (const role of ['tokensIn', 'tokensOut'] as const) {
    for (const { place } of best(measured, role).slice(0, 1)) roles[place] = { role, llm: '' }
  }
  return roles
}

function findModel(columns: readonly ColumnProfile[], free: (i: number) => boolean): number {
  for (const names of MODEL_NAMES) {
    const fits = (column: ColumnProfile, i: number) =>
      free(i) &&
      names.test(plainName(column.name)) &&
      !isNumeric(column) &&
      column.filled > 0 &&
      column.distinct < MAX_DISTINCT
    const found = columns.map((column, i) => (fits(column, i) ? i : -1)).filter(i => i >= 0)
    // A column with one value names the maker or the file, where another tells LLMs apart.
    if (found.length > 0) return found.find(i => columns[i].distinct > 1) ?? found[0]
  }
  return -1
}

/** Scores that a judge or a metric gave, by its name: `scores.factuality`. In a long table it is no LLM's. */
function ownedScores(columns: readonly ColumnProfile[], free: (i: number) => boolean): Measured[] {
  return columns.flatMap((column, place): Measured[] => {
    const quantity = free(place) && isNumeric(column) ? ownedQuantityOf(column.name) : null
    return quantity?.kind === 'score' && quantity.llm !== '' ? [{ ...quantity, place }] : []
  })
}

/** The best known name first, in the columns' order. */
function best(measured: readonly Measured[], kind: Kind): Measured[] {
  return measured.filter(one => one.kind === kind).sort((a, b) => a.rank - b.rank)
}

/** One column with the whole cost that is no list price; else input and output, which are added. */
function costsOf(columns: readonly ColumnProfile[], measured: readonly Measured[], llms: number): number[] {
  const costs = best(measured, 'cost')
  const whole = costs.filter(({ part }) => part === '')
  const billed = whole.find(({ place }) => !isConstant(columns[place], llms))
  if (billed) return [billed.place]
  const parts = (['in', 'out'] as const).flatMap(side => costs.find(({ part }) => part === side)?.place ?? [])
  if (parts.length === 2) return parts
  if (whole.length > 0) return [whole[0].place]
  const price = measured.find(({ kind, part }) => kind === 'price' && part === '')
  const tokens = measured.some(({ kind }) => kind === 'tokensOut')
  const priced = price && (tokens || !isConstant(columns[price.place], llms))
  return priced ? [price.place] : []
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
