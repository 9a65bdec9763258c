/** Long tables: one row for each prompt and LLM. Rows with the same text, but for white space at its ends, are the same prompt. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { Mapping, Role } from '../../core/log/mapping.ts'
import { message, problem } from '../../core/messages/message.ts'
import { type Collected, findModel } from './assemble.ts'
import { MissingCosts, noteCosts, promptOf, RAGGED, refuseFaults, scoreRange } from './checks.ts'
import { completePrompts } from './complete.ts'
import { type Fault, Faults } from './faults.ts'
import type { ListedModel } from './models.ts'
import { OutcomeReader, outcomeColumns } from './outcome.ts'
import type { TableProfile } from './profile.ts'
import { type Table, textOf } from './table.ts'
import { pickRows } from './wide.ts'

const NO_MODEL: Fault = rows => message('rows-without-llm', { rows })
const INCOMPLETE: Fault = rows => message('prompts-without-all-llms', { rows })

/** @throws Problem with row numbers */
export async function collectLong(
  table: Table,
  { rows, columns: profiles }: TableProfile,
  mapping: Mapping,
  models: readonly ListedModel[],
): Promise<Collected> {
  const column = (role: Role) => mapping.columns.findIndex(entry => entry.role === role)
  const [family, model] = [column('family'), column('model')]
  const prompt = mapping.columns.flatMap(({ role }, i) => (role === 'prompt' ? [i] : []))
  const columns = outcomeColumns({ ...mapping, columns: mapping.columns.map(ownByAll) }, '')
  if (columns.score < 0) throw problem('score-column-needed', {})
  const reader = new OutcomeReader(profiles, mapping)
  const missing = new MissingCosts(mapping)
  const prompts = new Map<string, number>()
  const texts: string[] = []
  const firstRow: number[] = []
  const families: string[] = []
  const arms = new Map<string, number>()
  const listed: (ListedModel | undefined)[] = []
  const isPriced: boolean[] = []
  const cell = { prompt: new Uint32Array(rows), arm: new Uint8Array(rows) }
  const value = { score: new Float64Array(rows), costUsd: new Float64Array(rows) }
  let size = 0

  await table.scan((cells, row) => {
    if (cells.length !== table.names.length) return reader.leftOut.add(RAGGED, row)
    const text = promptOf(cells, prompt, row, reader)
    const name = textOf(cells[model]).trim()
    if (name === '') reader.leftOut.add(NO_MODEL, row)
    if (text === null || name === '' || mapping.without.includes(name)) return
    const arm = arms.get(name) ?? arms.size
    if (arm === arms.size) {
      if (arm === LOG_LIMITS.llms) throw problem('too-many-llms', { row, most: LOG_LIMITS.llms })
      arms.set(name, arm)
      listed.push(findModel(models, name))
      isPriced.push(missing.check(name, columns, listed[arm]))
    }
    if (!isPriced[arm] || !reader.read(cells, row, columns, listed[arm])) return
    const key = text.trim()
    const place = prompts.get(key) ?? prompts.size
    if (place === prompts.size) {
      if (place === LOG_LIMITS.prompts)
        throw problem('prompts-beyond-limit', { row, most: LOG_LIMITS.prompts })
      prompts.set(key, place)
      texts.push(text)
      firstRow.push(row)
      families.push(family < 0 ? '' : textOf(cells[family]))
    }
    cell.prompt[size] = place
    cell.arm[size] = arm
    value.score[size] = reader.score
    value.costUsd[size++] = reader.costUsd
  })
  const llms = [...arms.keys()]
  if (llms.length === 1) throw problem('one-llm', { llm: llms[0] })
  if (llms.length === 0) throw problem('too-few-llms', { llms: 0, fewest: LOG_LIMITS.fewestLlms })
  missing.refuse()
  refuseFaults(reader, rows, scoreRange(mapping, profiles))
  const cells = pivot(cell, value, size, prompts.size, llms.length)
  const complete = completePrompts({ llms, prompts: prompts.size, count: cells.count }, reader.leftOut)
  const kept = new Set(complete)
  const incomplete = new Faults()
  firstRow.forEach((row, i) => {
    if (!kept.has(i)) incomplete.add(INCOMPLETE, row)
  })
  return {
    llms,
    texts: complete.map(row => texts[row]),
    families: complete.map(row => families[row]),
    score: pickRows(cells.score, complete, llms.length),
    costUsd: pickRows(cells.costUsd, complete, llms.length),
    notes: [
      ...reader.leftOut.messages(),
      ...incomplete.messages(),
      ...(cells.doubles > 0 ? [message('outcomes-averaged', { rows: cells.doubles })] : []),
      ...noteCosts([columns], mapping, profiles),
    ],
  }
}

/** In a long table a column is every LLM's, whatever the mapping of a wide one said. */
function ownByAll({ role }: Mapping['columns'][number]) {
  return { role, llm: '' }
}

interface Pivoted {
  readonly count: Uint32Array
  readonly score: Float64Array
  readonly costUsd: Float64Array
  readonly doubles: number
}

/** Rows into cells, n x K; a cell met more than once holds the mean. */
function pivot(
  cell: { readonly prompt: Uint32Array; readonly arm: Uint8Array },
  value: { readonly score: Float64Array; readonly costUsd: Float64Array },
  size: number,
  prompts: number,
  arms: number,
): Pivoted {
  const count = new Uint32Array(prompts * arms)
  const score = new Float64Array(count.length)
  const costUsd = new Float64Array(count.length)
  let doubles = 0
  for (let i = 0; i < size; i++) {
    const at = cell.prompt[i] * arms + cell.arm[i]
    if (count[at]++ > 0) doubles++
    score[at] += (value.score[i] - score[at]) / count[at]
    costUsd[at] += (value.costUsd[i] - costUsd[at]) / count[at]
  }
  return { count, score, costUsd, doubles }
}
