/** Wide tables: one row a prompt, columns for every LLM. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { Mapping, Role } from '../../core/log/mapping.ts'
import { type Collected, findModel } from './assemble.ts'
import { costProblem, promptOf, refuseFaults, sayTokenCosts } from './checks.ts'
import type { ListedModel } from './models.ts'
import { type OutcomeColumns, OutcomeReader, RAGGED } from './outcome.ts'
import { LogProblem } from './problem.ts'
import { type Table, textOf } from './table.ts'

/** @throws LogProblem with row numbers */
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
  if (problems.length > 0) throw new LogProblem(...problems)
  if (rows > LOG_LIMITS.prompts) {
    throw new LogProblem(
      `${rows.toLocaleString('en')} prompts; at most ${LOG_LIMITS.prompts.toLocaleString('en')} are read.`,
    )
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
    notes: [...reader.leftOut.sentences(), ...sayTokenCosts(columns), ...unscored(mapping, llms)],
  }
}

/** LLMs with a score column, in the columns' order. */
function scoredLlms(table: Table, mapping: Mapping, models: readonly ListedModel[]): string[] {
  const scored = mapping.columns.flatMap(({ role, llm }, i) => (role === 'score' ? [{ llm, i }] : []))
  const llms = scored.map(({ llm }) => llm)
  const unnamed = scored.find(({ llm }) => llm.trim() === '')
  if (unnamed) throw new LogProblem(`Say which LLM the score in “${table.names[unnamed.i]}” belongs to.`)
  const twice = llms.find((llm, i) => llms.indexOf(llm) !== i)
  if (twice !== undefined) throw new LogProblem(`Two columns are the score of ${twice}.`)
  if (llms.length < LOG_LIMITS.fewestLlms || llms.length > LOG_LIMITS.llms) {
    throw new LogProblem(
      `${llms.length} LLMs have a score; ${LOG_LIMITS.fewestLlms} to ${LOG_LIMITS.llms} can be routed between.`,
    )
  }
  const inList = scored.some(({ i }) => /\[\d+\]$/.test(table.names[i]))
  if (inList && models.length > 0 && models.length !== llms.length) {
    throw new LogProblem(`The models list names ${models.length} LLMs, but a row has ${llms.length} scores.`)
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

function unscored({ columns }: Mapping, llms: readonly string[]): string[] {
  const others = new Set(
    columns.flatMap(({ role, llm }) => (role === 'cost' && !llms.includes(llm) ? [llm] : [])),
  )
  return others.size === 0 ? [] : [`Left aside, having a cost but no score: ${[...others].join(', ')}.`]
}
