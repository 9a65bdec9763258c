/** What a column's name says it measures, and of which LLM: `gpt-4|total_cost`, `is_correct_gpt-4`, `costUSD`. */
import type { CostUnit } from '../mapping.ts'

export type Kind = 'score' | 'cost' | 'price' | 'tokensIn' | 'tokensOut'

export interface Quantity {
  readonly kind: Kind
  /** Of the input or the output alone; '' of the whole call. */
  readonly part: '' | 'in' | 'out'
  /** Better known names come first: 0, 1, 2. */
  readonly rank: number
  /** As the name says; null where it does not. */
  readonly unit: CostUnit | null
}

export interface OwnedQuantity extends Quantity {
  /** The LLM's name; '' where the whole name is the quantity. */
  readonly llm: string
}

const words = (list: string) => new Set(list.split(' '))
const SCORE = words(
  'score scores reward rewards quality qualities correct correctness accuracy accuracies performance rating ratings grade ' +
    'grades passed bewertung bewertungen punktzahl punkte puntuación puntuacion puntaje calificación punteggio pontuação оценка ' +
    '分数 得分 评分 スコア',
)
const WEAK_SCORE = words(
  'pass success successful acc em f1 match label verdict result outcome judgement judgment utility',
)
const COST = words(
  'cost costs spend spent expense charge fee kosten coste costes costo coût cout coûts custo costi kosten стоимость цена 成本 费用 コスト',
)
const MONEY = words('usd dollar dollars cents cent ct micros microdollars microusd')
const PRICE = words('price prices pricing tariff')
const TOKENS = words('token tokens tok toks')
const IN = words('in input inputs prompt request')
const OUT = words('out output outputs completion completions response generated generation')
const OTHER = words(
  'total sum overall mean avg average median num number of is eval evaluation evaluator judge judged final est estimated actual ' +
    'api call calls usage count calculated provided value metric norm normalized normalised raw human binary exact us eur gbp euro euros and the list unit micro inference run execution sample item gesamt ' +
    'insgesamt pro je',
)
/** Of what a price is for: `per 1k tokens`. */
const PER = words('per 1 1k 1m 1000 1000000 k m thousand million requests prompts queries')
/** Before a quantity in a table that says elsewhere whose it is. */
const SUBJECT = words('llm model answer response n my')
const ALL = [SCORE, WEAK_SCORE, COST, MONEY, PRICE, TOKENS, IN, OUT, OTHER]
const isKnown = (word: string) => ALL.some(set => set.has(word))
const isKnownPer = (word: string) => PER.has(word) || isKnown(word)
const WORD = /\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\d+[km]?(?!\p{Ll})/gu
/** Signs that part an LLM from a quantity without doubt, and those that also stand inside names. */
const SIGNS = /[|.:/]/g

/** What a whole name measures; null for anything else. */
export function quantityOf(name: string): Quantity | null {
  const all = wordsOf(name).map(({ word }) => word)
  const own = SUBJECT.has(all[0]) && all.length > 1 ? all.slice(1) : all
  return quantityOfWords(all) ?? quantityOfWords(own)
}

/** What a name measures and of which LLM; null for a name that measures nothing. */
export function ownedQuantityOf(name: string): OwnedQuantity | null {
  // RouterBench's sign: no name of an LLM holds it.
  const bar = name.lastIndexOf('|')
  const barred = bar > 0 ? quantityOf(name.slice(bar + 1)) : null
  if (barred !== null) return { ...barred, llm: name.slice(0, bar).trim() }
  const whole = quantityOf(name)
  if (whole !== null) return { ...whole, llm: '' }
  return atSign(name) ?? atWord(name)
}

/** Parted by a sign: the longest quantity before or after one. */
function atSign(name: string): OwnedQuantity | null {
  let best: OwnedQuantity | null = null
  let length = 0
  for (const { index } of name.matchAll(SIGNS)) {
    for (const [phrase, llm] of [
      [name.slice(index + 1), name.slice(0, index)],
      [name.slice(0, index), name.slice(index + 1)],
    ]) {
      const quantity = phrase.length > length && llm.trim() !== '' ? quantityOf(phrase) : null
      if (quantity === null) continue
      best = { ...quantity, llm: llm.trim() }
      length = phrase.length
    }
  }
  return best
}

/** Parted by a hyphen, an underscore, a space or a capital: the longest run of known words at the end, else at the start. */
function atWord(name: string): OwnedQuantity | null {
  const all = wordsOf(name)
  for (let start = 1; start < all.length; start++) {
    const quantity = quantityOfWords(all.slice(start).map(({ word }) => word))
    const llm = name.slice(0, all[start].at).replace(/[^\w)]+$|_+$/g, '')
    if (quantity !== null && llm !== '') return { ...quantity, llm }
  }
  for (let end = all.length - 1; end > 0; end--) {
    const quantity = quantityOfWords(all.slice(0, end).map(({ word }) => word))
    const llm = name.slice(all[end].at).replace(/[\s)]+$/, '')
    if (quantity !== null && llm !== '') return { ...quantity, llm }
  }
  return null
}

function wordsOf(name: string): { readonly word: string; readonly at: number }[] {
  return Array.from(name.matchAll(WORD), found => ({ word: found[0].toLowerCase(), at: found.index }))
}

function quantityOfWords(phrase: readonly string[]): Quantity | null {
  if (phrase.length === 0 || !phrase.every(phrase.includes('per') ? isKnownPer : isKnown)) return null
  const has = (set: ReadonlySet<string>) => phrase.some(word => set.has(word))
  const part = has(OUT) ? 'out' : has(IN) ? 'in' : ''
  const unit = unitOf(phrase)
  if (has(PRICE) || (has(COST) && has(TOKENS) && phrase.includes('per'))) {
    return { kind: 'price', part, rank: 0, unit }
  }
  if (has(COST) || (has(MONEY) && !has(SCORE))) {
    // `prompt cost` and `request cost` are also what a whole prompt cost.
    const whole = phrase.includes('total') || (part === 'in' && !phrase.some(word => word.startsWith('in')))
    return {
      kind: 'cost',
      part: whole && !phrase.includes('prompt') ? '' : part,
      rank: has(COST) ? 0 : 1,
      unit,
    }
  }
  if (has(TOKENS)) {
    if (part === '' || phrase.includes('per')) return null
    return { kind: part === 'in' ? 'tokensIn' : 'tokensOut', part, rank: 0, unit: null }
  }
  if (has(SCORE)) return { kind: 'score', part: '', rank: has(IN) || has(OUT) ? 1 : 0, unit: null }
  return has(WEAK_SCORE) && part === '' ? { kind: 'score', part: '', rank: 2, unit: null } : null
}

function unitOf(phrase: readonly string[]): CostUnit | null {
  const has = (...some: string[]) => some.some(word => phrase.includes(word))
  const per = has('per')
  const tokens = has('token', 'tokens', 'tok', 'toks')
  if (per && has('million', '1m', 'm', '1000000')) return 'per-million-tokens'
  if (per && tokens && has('thousand', '1k', 'k', '1000')) return 'per-thousand-tokens'
  if (per && has('thousand', '1k', 'k', '1000')) return 'per-thousand'
  if (per && tokens) return 'per-token'
  if (has('cents', 'cent', 'ct')) return 'cents'
  if (has('micros', 'microdollars', 'microusd', 'micro')) return 'millionths'
  return has('usd', 'dollar', 'dollars') ? 'dollars' : null
}
