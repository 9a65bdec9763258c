/** What the columns of a table mean, guessed from their names and values. */
import {
  type ColumnProfile,
  type ColumnRole,
  isPerLlm,
  MAX_DISTINCT,
  type Mapping,
  type Role,
  SCORE_SCALES,
} from '../../core/log/mapping.ts'
import type { ListedModel } from './models.ts'

/** Words for a role, as a whole column name in long tables, or joined to an LLM's name in wide ones. */
const WORDS = {
  score:
    'scores?|rewards?|quality|qualities|correct|is_?correct|accuracy|accuracies|performance|ratings?|grades?|eval_?score',
  cost: 'costs?|total_?costs?|costs?_?usd|usd|price|dollars?',
  tokensIn: '(?:input|prompt|in)_?tokens?|tokens?_?(?:in|input|prompt)|n_?tokens?_?in',
  tokensOut:
    '(?:output|completion|out|generated)_?tokens?|tokens?_?(?:out|output|completion)|n_?tokens?_?out',
} as const
const KINDS = ['cost', 'tokensIn', 'tokensOut', 'score'] as const
type Kind = (typeof KINDS)[number]

const PROMPT =
  /^(prompts?|questions?|query|queries|inputs?|instructions?|user_?prompt|prompt_?text|text|problem|content)$/i
const FAMILY =
  /^(task|family|eval_?name|data_?set|dataset_?name|category|benchmark|subject|domain|task_?name|topic|source|group)$/i
const MODEL = /^(model|llm|model_?name|model_?id|llm_?name|engine|arm|router_?model)$/i
const RESPONSE = /response|answer|output|completion|generation|oracle/i

/** A guess that may be wrong anywhere: it is shown, and can be corrected. @param models the list beside the log, in its order */
export function guessMapping(columns: readonly ColumnProfile[], models: readonly ListedModel[]): Mapping {
  const roles: ColumnRole[] = columns.map(() => ({ role: 'ignore', llm: '' }))
  const assign = (i: number, role: Role, llm = '') => {
    if (i >= 0) roles[i] = { role, llm }
  }
  const first = (names: RegExp, fits: (column: ColumnProfile) => boolean = () => true) =>
    columns.findIndex((column, i) => roles[i].role === 'ignore' && names.test(column.name) && fits(column))

  const model = first(MODEL, column => !isNumeric(column) && column.distinct < MAX_DISTINCT)
  if (model >= 0) {
    assign(model, 'model')
    for (const kind of KINDS) assign(first(whole(kind), isNumeric), kind)
  } else {
    guessWide(columns, models).forEach((role, i) => {
      roles[i] = role
    })
  }
  assign(first(FAMILY), 'family')
  const named = first(PROMPT, column => !isNumeric(column))
  assign(named >= 0 ? named : longestText(columns, roles), 'prompt')
  return { columns: roles, scoreScale: guessScale(columns, roles) }
}

/** Columns of one LLM each: `NAME|total_cost`, `cost_NAME`, `score[3]`, `scores.NAME`, or a bare `NAME` that has a cost elsewhere. */
function guessWide(columns: readonly ColumnProfile[], models: readonly ListedModel[]): ColumnRole[] {
  const roles = columns.map((column): ColumnRole => {
    if (!isNumeric(column)) return { role: 'ignore', llm: '' }
    for (const kind of KINDS) {
      const llm = llmIn(column.name, kind, models)
      if (llm !== null) return { role: kind, llm }
      if (kind === 'tokensIn' && whole(kind).test(column.name)) return { role: kind, llm: '' }
    }
    return { role: 'ignore', llm: '' }
  })
  const known = new Set([...models.map(({ id }) => id), ...roles.map(({ llm }) => llm)])
  return roles.map((role, i) =>
    role.role === 'ignore' && isNumeric(columns[i]) && known.has(columns[i].name)
      ? { role: 'score', llm: columns[i].name }
      : role,
  )
}

/** The LLM that a column's name joins to a kind, or null. */
function llmIn(name: string, kind: Kind, models: readonly ListedModel[]): string | null {
  const place = new RegExp(`^(?:${WORDS[kind]})\\[(\\d+)\\]$`, 'i').exec(name)
  if (place) return models[Number(place[1])]?.id ?? `LLM ${Number(place[1]) + 1}`
  const after = new RegExp(`^(.+?)[|:/._ -]+(?:${WORDS[kind]})$`, 'i').exec(name)
  const before = new RegExp(`^(?:${WORDS[kind]})[|:/._ -]+(.+)$`, 'i').exec(name)
  const llm = after?.[1] ?? before?.[1]
  // `prompt_tokens_in` and the like name no LLM.
  return llm === undefined || KINDS.some(other => whole(other).test(name)) ? null : llm
}

function whole(kind: Kind): RegExp {
  return new RegExp(`^(?:${WORDS[kind]})$`, 'i')
}

/** Numbers throughout, but for a few cells. */
function isNumeric({ filled, numeric }: ColumnProfile): boolean {
  return numeric > 0 && numeric >= 0.8 * filled
}

function longestText(columns: readonly ColumnProfile[], roles: readonly ColumnRole[]): number {
  let longest = -1
  columns.forEach((column, i) => {
    const free = roles[i].role === 'ignore' && column.filled > column.numeric && !RESPONSE.test(column.name)
    if (free && (longest < 0 || column.meanLength > columns[longest].meanLength)) longest = i
  })
  return longest
}

/** The smallest scale that holds every score. */
function guessScale(columns: readonly ColumnProfile[], roles: readonly ColumnRole[]): Mapping['scoreScale'] {
  const tops = columns.flatMap((column, i) => (roles[i].role === 'score' ? [column.max] : []))
  const top = Math.max(0, ...tops.filter(Number.isFinite))
  return SCORE_SCALES.find(scale => top <= scale) ?? 1
}

/** LLMs a wide mapping names, in the columns' order. */
export function llmsOf(mapping: Mapping): string[] {
  return [...new Set(mapping.columns.flatMap(({ role, llm }) => (isPerLlm(role) && llm !== '' ? [llm] : [])))]
}
