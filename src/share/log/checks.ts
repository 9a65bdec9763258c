/** Checks that wide and long tables share. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { type Message, message, Problem } from '../../core/messages/message.ts'
import type { Fault } from './faults.ts'
import type { ListedModel } from './models.ts'
import type { OutcomeColumns, OutcomeReader } from './outcome.ts'
import { type Cell, textOf } from './table.ts'

const MOST_PROBLEMS = 8

export const RAGGED: Fault = rows => message('ragged-rows', { rows })
const NO_PROMPT: Fault = rows => message('rows-without-prompt', { rows })
const TOO_LONG: Fault = rows => message('prompts-too-long', { rows, most: LOG_LIMITS.promptChars })

/** A row's prompt, or null when it has none. */
export function promptOf(cell: Cell | undefined, row: number, reader: OutcomeReader): string | null {
  const text = textOf(cell)
  if (text.length > LOG_LIMITS.promptChars) reader.refused.add(TOO_LONG, row)
  if (text.trim() !== '') return text
  reader.leftOut.add(NO_PROMPT, row)
  return null
}

/** Why an LLM's cost cannot be told; null when it can. */
export function costProblem(
  llm: string,
  columns: OutcomeColumns,
  listed: ListedModel | undefined,
): Message | null {
  if (columns.cost >= 0) return null
  if (columns.tokensOut < 0) return message('cost-unknown', { llm })
  if (listed !== undefined && listed.priceOutUsdPerMillion > 0) return null
  return message('price-unknown', { llm })
}

/** What must be known of costs that were not billed but computed. */
export function noteTokenCosts(columns: readonly OutcomeColumns[]): Message[] {
  if (columns.every(({ cost }) => cost >= 0)) return []
  const inputs = columns.every(({ cost, tokensIn }) => cost >= 0 || tokensIn >= 0)
  return [message('costs-from-tokens', {}), ...(inputs ? [] : [message('costs-of-output-alone', {})])]
}

/** @throws Problem when a fault refuses the log, or more than half of it is incomplete */
export function refuseFaults(reader: OutcomeReader, incomplete: number, rows: number): void {
  const problems = reader.refused.messages()
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS
    throw new Problem(
      ...problems.slice(0, MOST_PROBLEMS),
      ...(more > 0 ? [message('more-problems', { count: more })] : []),
    )
  }
  if (2 * incomplete > rows) {
    throw new Problem(message('mostly-incomplete', { incomplete, rows }), ...reader.leftOut.messages())
  }
}
