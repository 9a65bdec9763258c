/** Wide tables: one row a prompt, columns for every LLM. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { Mapping, Role } from '../../core/log/mapping.ts'
import { type Message, message, Problem, problem } from '../../core/messages/message.ts'
import { type Collected, findModel } from './assemble.ts'
import { costProblem, noteTokenCosts, promptOf, RAGGED, refuseFaults } from './checks.ts'
import type { ListedModel } from './models.ts'
import { type OutcomeColumns, OutcomeReader } from './outcome.ts'
import { type Table, textOf } from './table.ts'

/** @throws Problem with row numbers */
export async function collectWide(
  table: Table,
  rows: number,
  mapping: Mapping,
  models: readonly ListedModel[],
): Promise<Collected> {
  const llms = scoredLlms(table, mapping, models)
  const columns = llms.map(llm => columnsOf(llm, mapping))
  const listed = llms.map(llm => findModel(models, llm))
  const problems = llms.flatMap((llm, arm) => costProblem(llm, columns[arm], listed[arm]) ?? [])
  if (problems.length > 0) throw new Problem(...problems)
  if (rows > LOG_LIMITS.prompts) {
    throw problem('too-many-prompts', { prompts: rows, most: LOG_LIMITS.prompts })
  }
  const reader = new OutcomeReader(table.names, mapping.scoreScale)
  const prompt = mapping.columns.findIndex(({ role }) => role === 'prompt')
  const family = mapping.columns.findIndex(({ role }) => role === 'family')
  const [texts, families]: string[][] = [[], []]
  const score = new Float64Array(rows * llms.length)
  const costUsd = new Float64Array(rows * llms.length)
  let incomplete = 0
  await table.scan((cells, row) => {
    const text = cells.length === table.names.length ? promptOf(cells[prompt], row, reader) : null
    if (cells.length !== table.names.length) reader.leftOut.add(RAGGED, row)
    const start = texts.length * llms.length
    const complete =
      text !== null &&
      columns.every((own, arm) => {
        if (!reader.read(cells, row, own, listed[arm])) return false
        score[start + arm] = reader.score
        costUsd[start + arm] = reader.costUsd
        return true
      })
    if (!complete) {
      incomplete++
      return
    }
    texts.push(text)
    families.push(family < 0 ? '' : textOf(cells[family]))
  })
  refuseFaults(reader, incomplete, rows)
  const cells = texts.length * llms.length
  return {
    llms,
    texts,
    families,
    score: score.slice(0, cells),
    costUsd: costUsd.slice(0, cells),
    notes: [...reader.leftOut.messages(), ...noteTokenCosts(columns), ...noteUnscored(mapping, llms)],
  }
}

/** LLMs with a score column, in the columns' order. */
function scoredLlms(table: Table, mapping: Mapping, models: readonly ListedModel[]): string[] {
  const scored = mapping.columns.flatMap(({ role, llm }, i) => (role === 'score' ? [{ llm, i }] : []))
  const llms = scored.map(({ llm }) => llm)
  const unnamed = scored.find(({ llm }) => llm.trim() === '')
  if (unnamed) throw problem('score-of-nobody', { column: table.names[unnamed.i] })
  const twice = llms.find((llm, i) => llms.indexOf(llm) !== i)
  if (twice !== undefined) throw problem('score-twice', { llm: twice })
  const { fewestLlms: fewest, llms: most } = LOG_LIMITS
  if (llms.length < fewest || llms.length > most) {
    throw problem('scored-llms-out-of-bounds', { llms: llms.length, fewest, most })
  }
  const inList = scored.some(({ i }) => /\[\d+\]$/.test(table.names[i]))
  if (inList && models.length > 0 && models.length !== llms.length) {
    throw problem('scores-unlike-models', { models: models.length, scores: llms.length })
  }
  return llms
}

function columnsOf(llm: string, { columns }: Mapping): OutcomeColumns {
  const find = (role: Role, owner: string) => columns.findIndex(c => c.role === role && c.llm === owner)
  const own = find('tokensIn', llm)
  return {
    score: find('score', llm),
    cost: find('cost', llm),
    tokensIn: own >= 0 ? own : find('tokensIn', ''),
    tokensOut: find('tokensOut', llm),
  }
}

function noteUnscored({ columns }: Mapping, llms: readonly string[]): Message[] {
  const others = new Set(
    columns.flatMap(({ role, llm }) => (role === 'cost' && !llms.includes(llm) ? [llm] : [])),
  )
  return others.size === 0 ? [] : [message('llms-without-score', { llms: [...others] })]
}
