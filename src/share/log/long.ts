/** Long tables: one row for each prompt and LLM. Rows with the same text are the same prompt. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { Mapping, Role } from '../../core/log/mapping.ts'
import { message, Problem, problem } from '../../core/messages/message.ts'
import { type Collected, findModel } from './assemble.ts'
import { costProblem, noteTokenCosts, promptOf, RAGGED, refuseFaults } from './checks.ts'
import { type Fault, Faults } from './faults.ts'
import type { ListedModel } from './models.ts'
import { OutcomeReader } from './outcome.ts'
import { type Table, textOf } from './table.ts'

const NO_MODEL: Fault = rows => message('rows-without-llm', { rows })
const INCOMPLETE: Fault = rows => message('prompts-without-all-llms', { rows })

/** @throws Problem with row numbers */
export async function collectLong(
  table: Table,
  rows: number,
  mapping: Mapping,
  models: readonly ListedModel[],
): Promise<Collected> {
  const column = (role: Role) => mapping.columns.findIndex(entry => entry.role === role)
  const [prompt, family, model] = [column('prompt'), column('family'), column('model')]
  const columns = {
    score: column('score'),
    cost: column('cost'),
    tokensIn: column('tokensIn'),
    tokensOut: column('tokensOut'),
  }
  if (columns.score < 0) throw problem('score-column-needed', {})
  const reader = new OutcomeReader(table.names, mapping.scoreScale)
  const prompts = new Map<string, number>()
  const firstRow: number[] = []
  const families: string[] = []
  const arms = new Map<string, number>()
  const listed: (ListedModel | undefined)[] = []
  const cell = { prompt: new Uint32Array(rows), arm: new Uint8Array(rows) }
  const value = { score: new Float64Array(rows), costUsd: new Float64Array(rows) }
  let size = 0

  await table.scan((cells, row) => {
    if (cells.length !== table.names.length) return reader.leftOut.add(RAGGED, row)
    const text = promptOf(cells[prompt], row, reader)
    const name = textOf(cells[model]).trim()
    if (name === '') reader.leftOut.add(NO_MODEL, row)
    if (text === null || name === '') return
    const arm = arms.get(name) ?? arms.size
    if (arm === arms.size) {
      if (arm === LOG_LIMITS.llms) throw problem('too-many-llms', { row, most: LOG_LIMITS.llms })
      arms.set(name, arm)
      listed.push(findModel(models, name))
      const unknown = costProblem(name, columns, listed[arm])
      if (unknown !== null) throw new Problem(unknown)
    }
    if (!reader.read(cells, row, columns, listed[arm])) return
    const place = prompts.get(text) ?? prompts.size
    if (place === prompts.size) {
      if (place === LOG_LIMITS.prompts)
        throw problem('prompts-beyond-limit', { row, most: LOG_LIMITS.prompts })
      prompts.set(text, place)
      firstRow.push(row)
      families.push(family < 0 ? '' : textOf(cells[family]))
    }
    cell.prompt[size] = place
    cell.arm[size] = arm
    value.score[size] = reader.score
    value.costUsd[size++] = reader.costUsd
  })
  if (arms.size < LOG_LIMITS.fewestLlms)
    throw problem('too-few-llms', { llms: arms.size, fewest: LOG_LIMITS.fewestLlms })
  refuseFaults(reader, rows - size, rows)
  const cells = pivot(cell, value, size, prompts.size, arms.size)
  const complete = keepComplete(cells, [...arms.keys()], firstRow)
  const texts = [...prompts.keys()]
  return {
    llms: [...arms.keys()],
    texts: complete.rows.map(row => texts[row]),
    families: complete.rows.map(row => families[row]),
    score: complete.score,
    costUsd: complete.costUsd,
    notes: [
      ...reader.leftOut.messages(),
      ...complete.notes,
      ...(cells.doubles > 0 ? [message('outcomes-averaged', { rows: cells.doubles })] : []),
      ...noteTokenCosts([columns]),
    ],
  }
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

/** Prompts that every LLM answered. @throws Problem when they are less than half, naming the LLM with the fewest */
function keepComplete(
  { count, score, costUsd }: Pivoted,
  llms: readonly string[],
  firstRow: readonly number[],
) {
  const k = llms.length
  const incomplete = new Faults()
  const rows: number[] = []
  const answered = new Float64Array(k)
  firstRow.forEach((row, prompt) => {
    const counts = count.subarray(prompt * k, (prompt + 1) * k)
    counts.forEach((n, arm) => {
      if (n > 0) answered[arm]++
    })
    if (counts.every(n => n > 0)) rows.push(prompt)
    else incomplete.add(INCOMPLETE, row)
  })
  if (2 * incomplete.count > firstRow.length) {
    const fewest = answered.indexOf(Math.min(...answered))
    throw new Problem(
      message('few-complete-prompts', { complete: rows.length, prompts: firstRow.length }),
      message('llm-with-fewest', { llm: llms[fewest], prompts: answered[fewest] }),
    )
  }
  const pick = (table: Float64Array) => {
    const picked = new Float64Array(rows.length * k)
    rows.forEach((row, i) => {
      picked.set(table.subarray(row * k, (row + 1) * k), i * k)
    })
    return picked
  }
  return { rows, score: pick(score), costUsd: pick(costUsd), notes: incomplete.messages() }
}
