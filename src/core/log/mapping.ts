/** What each column of a table means: guessed, shown, and corrected by the person. */
import type { NumberSpelling } from './spelling.ts'

/**
 * `model` makes a table long: one row a prompt and LLM. Without it every LLM has columns of its own. Several prompt columns are
 * joined, several costs of one LLM are added. Tokens count where there is no cost: cost = tokens x list price.
 */
export const ROLES = [
  'ignore',
  'prompt',
  'family',
  'model',
  'score',
  'cost',
  'tokensIn',
  'tokensOut',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that belong to one LLM in a wide table. Input tokens may also be shared by all: `llm` is then ''. */
export function isPerLlm(role: Role): boolean {
  return role === 'score' || role === 'cost' || role === 'tokensIn' || role === 'tokensOut'
}

export interface ColumnRole {
  readonly role: Role
  /** The LLM a column belongs to; '' where it belongs to none. */
  readonly llm: string
}

/**
 * What a score is divided by: scores are shares, ratings to 5 or 10, or percentages. `range`: the lowest score of the log
 * becomes 0 and the highest 1.
 */
export const SCORE_SCALES = [1, 5, 10, 100, 'range'] as const
export type ScoreScale = (typeof SCORE_SCALES)[number]

/** What a cost is counted in. Prices of tokens need token counts beside them. */
export const COST_UNITS = [
  'dollars',
  'cents',
  'per-thousand',
  'millionths',
  'per-million-tokens',
  'per-thousand-tokens',
  'per-token',
] as const
export type CostUnit = (typeof COST_UNITS)[number]

export interface Mapping {
  /** One a column, in the table's order. */
  readonly columns: readonly ColumnRole[]
  readonly scoreScale: ScoreScale
  readonly costUnit: CostUnit
  /** LLMs that are left out of the log, by name. */
  readonly without: readonly string[]
}

/** What a person has said of a mapping; the rest is guessed. */
export interface MappingChoices {
  /** By the column's place. */
  readonly columns: Readonly<Record<number, ColumnRole>>
  readonly scoreScale?: ScoreScale
  readonly costUnit?: CostUnit
  readonly without?: readonly string[]
}

export const NO_CHOICES: MappingChoices = { columns: {} }

/** Different values of a column are counted up to this many. */
export const MAX_DISTINCT = 300

/** One column as a whole. */
export interface ColumnProfile {
  readonly name: string
  /** Cells with something in them; `N/A` and the like are nothing. */
  readonly filled: number
  /** Of those, finite numbers in the column's spelling. */
  readonly numeric: number
  readonly spelling: NumberSpelling
  /** Of the numbers; NaN without any. */
  readonly min: number
  readonly max: number
  /** Different values, counted up to MAX_DISTINCT. */
  readonly distinct: number
  /** Mean characters of a filled cell. */
  readonly meanLength: number
  /** The first few filled cells, shortened. */
  readonly samples: readonly string[]
}

/** What a file turned out to be, before anything is kept of it. */
export interface LogPreview {
  readonly name: string
  /** What the format is called: `CSV`, `JSON lines`. */
  readonly format: string
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  /** Ids of the models list beside it; empty without one. */
  readonly models: readonly string[]
}
