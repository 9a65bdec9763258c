/** Checks that wide and long tables share. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { ListedModel } from './models.ts'
import { NO_PROMPT, type OutcomeColumns, type OutcomeReader } from './outcome.ts'
import { LogProblem } from './problem.ts'
import { type Cell, textOf } from './table.ts'

const MOST_PROBLEMS = 8
const MOST_CHARS = LOG_LIMITS.promptChars.toLocaleString('en')

/** A row's prompt, or null when it has none. */
export function promptOf(cell: Cell | undefined, row: number, reader: OutcomeReader): string | null {
  const text = textOf(cell)
  if (text.length > LOG_LIMITS.promptChars)
    reader.refused.add(`A prompt of more than ${MOST_CHARS} characters: {}.`, row)
  if (text.trim() !== '') return text
  reader.leftOut.add(NO_PROMPT, row)
  return null
}

/** Why an LLM's cost cannot be told; null when it can. */
export function costProblem(
  llm: string,
  columns: OutcomeColumns,
  listed: ListedModel | undefined,
): string | null {
  if (columns.cost >= 0) return null
  if (columns.tokensOut < 0) return `${llm} has no cost: choose its cost column, or its token counts.`
  if (listed !== undefined && listed.priceOutUsdPerMillion > 0) return null
  return `${llm} has token counts but no price: add a models list with its prices per million tokens.`
}

/** What must be known of costs that were not billed but computed. */
export function sayTokenCosts(columns: readonly OutcomeColumns[]): string[] {
  if (columns.every(({ cost }) => cost >= 0)) return []
  const inputs = columns.every(({ cost, tokensIn }) => cost >= 0 || tokensIn >= 0)
  return [
    'Costs are token counts at list price, not bills.',
    ...(inputs ? [] : ['Input tokens are not in the log: these costs are those of the output alone.']),
  ]
}

/** @throws LogProblem when a fault refuses the log, or more than half of it is incomplete */
export function refuseFaults(reader: OutcomeReader, incomplete: number, rows: number): void {
  const problems = reader.refused.sentences()
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS
    throw new LogProblem(
      ...problems.slice(0, MOST_PROBLEMS),
      ...(more > 0 ? [`And ${more} problems of the same kinds in other columns.`] : []),
    )
  }
  if (2 * incomplete > rows) {
    throw new LogProblem(
      `${incomplete.toLocaleString('en')} of ${rows.toLocaleString('en')} rows are incomplete: more than half.`,
      ...reader.leftOut.sentences(),
    )
  }
}
