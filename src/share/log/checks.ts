/** Checks that wide and long tables share. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { ColumnProfile, Mapping } from '../../core/log/mapping.ts'
import { type Message, message, Problem, problem } from '../../core/messages/message.ts'
import { promptText } from './chat/chat.ts'
import type { Fault } from './faults.ts'
import type { ListedModel } from './models.ts'
import { isPerTokens, type OutcomeColumns, type OutcomeReader } from './outcome.ts'
import { type Cell, textOf } from './table.ts'

const MOST_PROBLEMS = 8
/** Part of the outcomes beyond the scale that makes it another scale, not an accident of some rows. */
const OTHER_SCALE = 0.02
/** Between the parts of a prompt. */
const BREAK = '\n\n'

export const RAGGED: Fault = rows => message('ragged-rows', { rows })
const NO_PROMPT: Fault = rows => message('rows-without-prompt', { rows })
const TOO_LONG: Fault = rows => message('prompts-too-long', { rows, most: LOG_LIMITS.promptChars })

/** A row's prompt, or null when it has none. @param columns of its parts */
export function promptOf(
  cells: readonly Cell[],
  columns: readonly number[],
  row: number,
  reader: OutcomeReader,
): string | null {
  const parts = columns.map(column => promptText(textOf(cells[column]))).filter(part => part.trim() !== '')
  const text = parts.length > 1 ? parts.join(BREAK) : (parts[0] ?? '')
  if (text.length > LOG_LIMITS.promptChars) reader.refused.add(TOO_LONG, row)
  if (text !== '') return text
  reader.leftOut.add(NO_PROMPT, row)
  return null
}

/** LLMs whose cost cannot be told, by what is missing. */
export class MissingCosts {
  readonly #without: string[] = []
  readonly #unpriced: string[] = []
  readonly #bad: Message[] = []
  readonly #perTokens: boolean

  constructor({ costUnit }: Mapping) {
    this.#perTokens = isPerTokens(costUnit)
  }

  /** Whether the LLM's cost can be told. */
  check(llm: string, columns: OutcomeColumns, listed: ListedModel | undefined): boolean {
    if (listed && listed.badRow !== null) {
      this.#bad.push(message('price-out-of-range', { row: listed.badRow, llm }))
      return false
    }
    if (columns.costs.length > 0 && (!this.#perTokens || columns.tokensOut >= 0)) return true
    if (columns.tokensOut < 0) {
      this.#without.push(llm)
      return false
    }
    const priced =
      listed !== undefined &&
      listed.priceOutUsdPerMillion !== null &&
      (columns.tokensIn < 0 || listed.priceInUsdPerMillion !== null)
    if (!priced) this.#unpriced.push(llm)
    return priced
  }

  /** @throws Problem with what is missing and what to add */
  refuse(): void {
    const said = [
      ...this.#bad,
      ...(this.#without.length > 0 ? [message('cost-missing', { llms: this.#without })] : []),
      ...(this.#unpriced.length > 0 ? [message('price-unknown', { llms: this.#unpriced })] : []),
    ]
    if (said.length > 0) throw new Problem(...said)
  }
}

/** What must be known of the costs: how they were computed, and in what. */
export function noteCosts(
  columns: readonly OutcomeColumns[],
  { costUnit }: Mapping,
  profiles: readonly ColumnProfile[],
): Message[] {
  const notes: Message[] = []
  const costs = [...new Set(columns.flatMap(own => own.costs))]
  if (costs.length > 0 && costUnit !== 'dollars') notes.push(message('costs-in-unit', { unit: costUnit }))
  if (columns.some(own => own.costs.length > 1)) {
    notes.push(message('costs-added', { columns: costs.map(column => profiles[column].name) }))
  }
  const currencies = costs.map(column => profiles[column].spelling.unit)
  const foreign = currencies.find(unit => unit !== '' && unit !== '$' && unit !== '¢')
  if (foreign !== undefined) notes.push(message('costs-in-currency', { currency: foreign }))
  const counted = columns.filter(own => own.costs.length === 0)
  if (counted.length > 0) notes.push(message('costs-from-tokens', {}))
  if (counted.some(own => own.tokensIn < 0)) notes.push(message('costs-of-output-alone', {}))
  return notes
}

/** @throws Problem when a fault refuses the log */
export function refuseFaults(reader: OutcomeReader, rows: number, range: ScoreRange): void {
  if (reader.scoresOutside > OTHER_SCALE * rows) throw problem('scores-not-on-scale', range)
  const problems = reader.refused.messages()
  if (problems.length === 0) return
  const more = problems.length - MOST_PROBLEMS
  throw new Problem(
    ...problems.slice(0, MOST_PROBLEMS),
    ...(more > 0 ? [message('more-problems', { count: more })] : []),
  )
}

export interface ScoreRange {
  readonly from: number
  readonly to: number
}

/** What the scores are in the file. */
export function scoreRange({ columns }: Mapping, profiles: readonly ColumnProfile[]): ScoreRange {
  const scores = profiles.filter((_, i) => columns[i].role === 'score')
  return { from: Math.min(...scores.map(({ min }) => min)), to: Math.max(...scores.map(({ max }) => max)) }
}
