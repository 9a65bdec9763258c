/** Why a route of somebody's own words may be no more than a guess. Data only; the page words it. */
import { MAX_TOKENS } from '../experiment/limits.ts'
import { type Familiarity, type Nearness, nearnessOf } from './familiarity.ts'

/** What the encoder says of a text, beside its embedding. */
export interface Reading {
  /** Of the whole text, the two special ones included. */
  readonly tokens: number
  /** Of the tokens that were read, those that the encoder has no word for; the special ones are known. */
  readonly unknown: number
  /** Whether only the first tokens were read. */
  readonly truncated: boolean
}

export type PromptDoubt =
  /** The encoder does not know these many of the tokens that it read. */
  | { readonly kind: 'unknown'; readonly unknown: number; readonly tokens: number }
  /** Most letters are of another script than Latin; the encoder was trained on English. */
  | { readonly kind: 'script' }
  /** It holds none of the commonest English words. */
  | { readonly kind: 'language' }
  /** It lies farther from the training prompts than nearly all held-out ones. */
  | ({ readonly kind: 'unlike' } & Nearness)
  /** Only the first tokens were read. */
  | { readonly kind: 'cut'; readonly read: number; readonly tokens: number }

/** Those that open and close every text. */
const SPECIAL_TOKENS = 2

/** Share of unknown tokens from which on a text is said to be one the encoder does not know. */
const UNKNOWN_SHARE = 0.5

/** Texts of fewer words say nothing of their language. */
const LEAST_WORDS = 5

/**
 * Common English words that no other language written in Latin letters uses as commonly (so no `is`, which is Dutch too). Each of
 * the 1,008 prompts of the simulated world that have a text holds one; sentences in fifteen other languages hold none.
 */
const ENGLISH = new Set(
  (
    'the and are what how why who which when where that this these those with from you your my our they their he she it its ' +
    'not be been can could does did would should if then than or at have has had about into write find give tell explain please'
  ).split(' '),
)

/**
 * @param familiarity null where the world is too small to say what is usual
 * @returns none for words like those the policy was trained on; else the gravest first
 */
export function promptDoubts(
  text: string,
  embedding: Float32Array,
  { tokens, unknown, truncated }: Reading,
  familiarity: Familiarity | null,
): PromptDoubt[] {
  const doubts: PromptDoubt[] = []
  const read = Math.min(tokens, MAX_TOKENS) - SPECIAL_TOKENS
  if (unknown > 0 && unknown >= UNKNOWN_SHARE * read) doubts.push({ kind: 'unknown', unknown, tokens: read })
  // Where nothing of it is known, its script says nothing more.
  if (unknown < read) {
    if (isMostlyForeignScript(text)) doubts.push({ kind: 'script' })
    else if (hasNoEnglish(text)) doubts.push({ kind: 'language' })
  }
  const near = familiarity && nearnessOf(familiarity, embedding)
  if (near?.unlike) doubts.push({ kind: 'unlike', ...near })
  if (truncated) doubts.push({ kind: 'cut', read: MAX_TOKENS, tokens })
  return doubts
}

function isMostlyForeignScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const latin = text.match(/\p{Script=Latin}/gu) ?? []
  return latin.length < letters.length / 2
}

function hasNoEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.length >= LEAST_WORDS && !words.some(word => ENGLISH.has(word))
}
