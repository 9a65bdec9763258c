/** Wide tables: one row a prompt, columns for every LLM. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { ColumnProfile, Mapping } from '../../core/log/mapping.ts'
import { type Message, message, problem } from '../../core/messages/message.ts'
import { type Collected, findModel } from './assemble.ts'
import { MissingCosts, noteCosts, promptOf, RAGGED, refuseFaults, scoreRange } from './checks.ts'
import { completePrompts } from './complete.ts'
import type { ListedModel } from './models.ts'
import { OutcomeReader, outcomeColumns } from './outcome.ts'
import type { TableProfile } from './profile.ts'
import { type Table, textOf } from './table.ts'

/** @throws Problem with row numbers */
export async function collectWide(
  table: Table,
  { rows, columns: profiles }: TableProfile,
  mapping: Mapping,
  models: readonly ListedModel[],
): Promise<Collected> {
  const llms = scoredLlms(profiles, mapping, models)
  const columns = llms.map(llm => outcomeColumns(mapping, llm))
  const listed = llms.map(llm => findModel(models, llm))
  const missing = new MissingCosts(mapping)
  llms.forEach((llm, arm) => {
    missing.check(llm, columns[arm], listed[arm])
  })
  missing.refuse()
  if (rows > LOG_LIMITS.prompts) {
    throw problem('too-many-prompts', { prompts: rows, most: LOG_LIMITS.prompts })
  }
  const reader = new OutcomeReader(profiles, mapping)
  const prompt = mapping.columns.flatMap(({ role }, i) => (role === 'prompt' ? [i] : []))
  const family = mapping.columns.findIndex(({ role }) => role === 'family')
  const k = llms.length
  const [texts, families]: string[][] = [[], []]
  const score = new Float64Array(rows * k)
  const costUsd = new Float64Array(rows * k)
  const answered = new Uint8Array(rows * k)
  await table.scan((cells, row) => {
    if (cells.length !== table.names.length) return reader.leftOut.add(RAGGED, row)
    const text = promptOf(cells, prompt, row, reader)
    if (text === null) return
    const start = texts.length * k
    for (let arm = 0; arm < k; arm++) {
      if (!reader.read(cells, row, columns[arm], listed[arm])) continue
      answered[start + arm] = 1
      score[start + arm] = reader.score
      costUsd[start + arm] = reader.costUsd
    }
    texts.push(text)
    families.push(family < 0 ? '' : textOf(cells[family]))
  })
  refuseFaults(reader, rows, scoreRange(mapping, profiles))
  const complete = completePrompts({ llms, prompts: texts.length, count: answered }, reader.leftOut)
  return {
    llms,
    texts: complete.map(row => texts[row]),
    families: complete.map(row => families[row]),
    score: pickRows(score, complete, k),
    costUsd: pickRows(costUsd, complete, k),
    notes: [
      ...reader.leftOut.messages(),
      ...noteCosts(columns, mapping, profiles),
      ...noteUnscored(mapping, llms),
    ],
  }
}

/** Rows of an n x K table, in place: they are in rising order, so that none is overwritten before it is read. */
export function pickRows(table: Float64Array, rows: readonly number[], k: number): Float64Array {
  rows.forEach((row, i) => {
    if (row !== i) table.copyWithin(i * k, row * k, (row + 1) * k)
  })
  return table.slice(0, rows.length * k)
}

/** LLMs with a score column that are not left out, in the columns' order. */
function scoredLlms(
  profiles: readonly ColumnProfile[],
  mapping: Mapping,
  models: readonly ListedModel[],
): string[] {
  const scored = mapping.columns.flatMap(({ role, llm }, i) => (role === 'score' ? [{ llm, i }] : []))
  const all = scored.map(({ llm }) => llm)
  const unnamed = scored.find(({ llm }) => llm.trim() === '')
  if (unnamed) throw problem('score-of-nobody', { column: profiles[unnamed.i].name })
  const twice = all.find((llm, i) => all.indexOf(llm) !== i)
  if (twice !== undefined) throw problem('score-twice', { llm: twice })
  const inList = scored.some(({ i }) => /\[\d+\]$/.test(profiles[i].name))
  if (inList && models.length > 0 && models.length !== all.length) {
    throw problem('scores-unlike-models', { models: models.length, scores: all.length })
  }
  const llms = all.filter(llm => !mapping.without.includes(llm))
  if (all.length === 1) throw problem('one-llm', { llm: all[0] })
  const { fewestLlms: fewest, llms: most } = LOG_LIMITS
  if (llms.length < fewest || llms.length > most) {
    throw problem('scored-llms-out-of-bounds', { llms: llms.length, fewest, most })
  }
  return llms
}

function noteUnscored({ columns, without }: Mapping, llms: readonly string[]): Message[] {
  const others = new Set(
    columns.flatMap(({ role, llm }) =>
      role === 'cost' && !llms.includes(llm) && !without.includes(llm) ? [llm] : [],
    ),
  )
  return others.size === 0 ? [] : [message('llms-without-score', { llms: [...others] })]
}
