/** What each column of a table means: guessed, shown, and corrected by the person. */

/**
 * `model` makes a table long: one row a prompt and LLM. Without it every LLM has columns of its own.
 * Tokens count where there is no cost: cost = tokens x list price.
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

/** What a score is divided by: scores are shares, ratings to 5 or 10, or percentages. */
export const SCORE_SCALES = [1, 5, 10, 100] as const
export type ScoreScale = (typeof SCORE_SCALES)[number]

export interface Mapping {
  /** One a column, in the table's order. */
  readonly columns: readonly ColumnRole[]
  readonly scoreScale: ScoreScale
}

/** Different values of a column are counted up to this many. */
export const MAX_DISTINCT = 300

/** One column as a whole. */
export interface ColumnProfile {
  readonly name: string
  /** Cells with something in them. */
  readonly filled: number
  /** Of those, finite numbers. */
  readonly numeric: number
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
