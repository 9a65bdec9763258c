/**
 * Logs of what was served: one row a request with the LLM that answered, its score and its cost, and perhaps the probability
 * with which it was chosen. Recognised by itself: most prompts have one answer.
 */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { message, Problem, problem } from '../../core/messages/message.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { floatsFromBase64 } from '../files/base64.ts'
import { Faults } from './faults.ts'
import { detectFormat } from './format.ts'
import { FORMATS } from './formats.ts'
import type { LogFile } from './read.ts'
import { type Cell, type Table, textOf } from './table.ts'

export interface ParsedServedLog {
  /** Name of the file. */
  readonly source: string
  /** Ids of the LLMs by mean cost of their answers, cheapest first. */
  readonly llms: readonly string[]
  /** Different prompts, in the file's order. */
  readonly texts: readonly string[]
  /** Unit vectors, prompts x 384, where the file has them; else null. */
  readonly embeddings: Float32Array | null
  /** Of each answer: its prompt, LLM, score in [0, 1], dollars. */
  readonly prompt: Uint32Array
  readonly arm: Uint8Array
  readonly quality: Float32Array
  readonly costUsd: Float32Array
  /** (0, 1]; null where the file does not say for every answer. */
  readonly propensity: Float64Array | null
  /** Rows without prompt, LLM, score or cost. */
  readonly leftOut: number
}

const COLUMNS = {
  prompt:
    /^(prompts?|questions?|query|queries|inputs?|instructions?|user_?prompt|prompt_?text|text|problem|content)$/i,
  model: /^(model|llm|model_?name|model_?id|llm_?name|engine|arm|router_?model|served(?:_?(?:model|llm))?)$/i,
  score:
    /^(scores?|rewards?|quality|correct|is_?correct|accuracy|performance|ratings?|grades?|eval_?score)$/i,
  cost: /^(costs?|total_?costs?|costs?_?usd|usd|price|dollars?)$/i,
  propensity:
    /^(propensit(?:y|ies)|p_?score|logging_?prob(?:ability)?|served_?prob(?:ability)?|action_?prob(?:ability)?)$/i,
  embedding: /^(embeddings?|vector)$/i,
} as const

/** Scores are shares, ratings to 5 or 10, or percentages: the smallest that holds all. */
const SCALES = [1, 5, 10, 100]

interface Answer {
  readonly text: string
  readonly llm: string
  readonly score: number
  readonly costUsd: number
  readonly propensity: number
}

/**
 * @param propensityColumn its name, or null to find it
 * @returns null for a table that is no such log: without a column of LLMs, or with several answers to most prompts
 * @throws Problem for one that is, but cannot be read
 */
export async function readServedLog(
  file: LogFile,
  propensityColumn: string | null,
): Promise<ParsedServedLog | null> {
  const table = await detectFormat(file.name, file.bytes, FORMATS).read(file.name, file.bytes)
  const find = (pattern: RegExp) => table.names.findIndex(name => pattern.test(name.trim()))
  const places = {
    prompt: find(COLUMNS.prompt),
    model: find(COLUMNS.model),
    score: find(COLUMNS.score),
    cost: find(COLUMNS.cost),
    embedding: find(COLUMNS.embedding),
    propensity: propensityColumn === null ? find(COLUMNS.propensity) : table.names.indexOf(propensityColumn),
  }
  if (places.model < 0 || places.prompt < 0 || places.score < 0) return null
  const { answers, vectors, leftOut } = await readAnswers(table, places)
  if (!isServed(answers)) return null
  if (places.cost < 0) throw problem('cost-missing', { llms: [...new Set(answers.map(({ llm }) => llm))] })
  return collect(file.name, answers, vectors, leftOut)
}

type Places = Readonly<Record<keyof typeof COLUMNS, number>>

async function readAnswers(table: Table, places: Places) {
  const answers: Answer[] = []
  const vectors = new Map<string, Float32Array>()
  const scores = new Faults()
  const costs = new Faults()
  let leftOut = 0
  await table.scan((cells, row) => {
    const cell = (place: number) => (place < 0 ? null : (cells[place] ?? null))
    const answer: Answer = {
      text: textOf(cell(places.prompt)),
      llm: textOf(cell(places.model)).trim(),
      score: numberIn(cell(places.score)),
      costUsd: places.cost < 0 ? 0 : numberIn(cell(places.cost)),
      propensity: numberIn(cell(places.propensity)),
    }
    if (answer.text.trim() === '' || answer.llm === '') leftOut++
    else if (Number.isNaN(answer.score) || Number.isNaN(answer.costUsd)) leftOut++
    else {
      if (!(answer.score >= 0 && answer.score <= 100)) {
        scores.add(
          rows => message('scores-out-of-range', { rows, column: table.names[places.score], scale: 100 }),
          row,
        )
      }
      if (!(answer.costUsd >= 0 && answer.costUsd < Number.POSITIVE_INFINITY)) {
        costs.add(rows => message('costs-out-of-range', { rows, column: table.names[places.cost] }), row)
      }
      answers.push(answer)
      if (places.embedding >= 0 && !vectors.has(answer.text)) {
        const vector = vectorIn(textOf(cell(places.embedding)))
        if (vector !== null) vectors.set(answer.text, vector)
      }
    }
  })
  const faults = [...scores.messages(), ...costs.messages()]
  if (faults.length > 0) throw new Problem(...faults)
  return { answers, vectors, leftOut }
}

/** Whether half of the prompts or more have one answer. */
function isServed(answers: readonly Answer[]): boolean {
  const llms = new Set(answers.map(({ llm }) => llm))
  const answered = new Map<string, number>()
  for (const { text } of answers) answered.set(text, (answered.get(text) ?? 0) + 1)
  const single = Array.from(answered.values()).filter(count => count === 1).length
  return llms.size >= LOG_LIMITS.fewestLlms && 2 * single >= answered.size
}

function collect(
  source: string,
  answers: readonly Answer[],
  vectors: ReadonlyMap<string, Float32Array>,
  leftOut: number,
): ParsedServedLog {
  const llms = byMeanCost(answers)
  if (llms.length > LOG_LIMITS.llms) throw problem('too-many-llms', { row: 1, most: LOG_LIMITS.llms })
  const prompts = new Map<string, number>()
  for (const { text } of answers) if (!prompts.has(text)) prompts.set(text, prompts.size)
  const texts = [...prompts.keys()]
  if (texts.length < LOG_LIMITS.fewestPrompts) {
    throw problem('too-few-prompts', { prompts: texts.length, fewest: LOG_LIMITS.fewestPrompts })
  }
  if (texts.length > LOG_LIMITS.prompts) {
    throw problem('too-many-prompts', { prompts: texts.length, most: LOG_LIMITS.prompts })
  }
  const top = answers.reduce((most, { score }) => Math.max(most, score), 0)
  const scale = SCALES.find(one => top <= one) ?? 1
  const place = new Map(llms.map((llm, arm) => [llm, arm]))
  const stated = answers.every(({ propensity }) => propensity > 0 && propensity <= 1)
  return {
    source,
    llms,
    texts,
    embeddings: vectors.size === texts.length ? matrixOf(texts, vectors) : null,
    prompt: Uint32Array.from(answers, ({ text }) => prompts.get(text) ?? 0),
    arm: Uint8Array.from(answers, ({ llm }) => place.get(llm) ?? 0),
    quality: Float32Array.from(answers, ({ score }) => score / scale),
    costUsd: Float32Array.from(answers, ({ costUsd }) => costUsd),
    propensity: stated ? Float64Array.from(answers, ({ propensity }) => propensity) : null,
    leftOut,
  }
}

function byMeanCost(answers: readonly Answer[]): string[] {
  const sums = new Map<string, { count: number; costUsd: number }>()
  for (const { llm, costUsd } of answers) {
    const sum = sums.get(llm) ?? { count: 0, costUsd: 0 }
    sums.set(llm, { count: sum.count + 1, costUsd: sum.costUsd + costUsd })
  }
  const mean = (llm: string) => {
    const { count, costUsd } = sums.get(llm) ?? { count: 1, costUsd: 0 }
    return costUsd / count
  }
  return [...sums.keys()].sort((a, b) => mean(a) - mean(b) || (a < b ? -1 : 1))
}

function matrixOf(texts: readonly string[], vectors: ReadonlyMap<string, Float32Array>): Float32Array {
  const matrix = new Float32Array(texts.length * EMBEDDING_SIZE)
  texts.forEach((text, i) => {
    matrix.set(vectors.get(text) ?? new Float32Array(EMBEDDING_SIZE), i * EMBEDDING_SIZE)
  })
  return matrix
}

/** 384 numbers: a JSON list, or float32 in base64. null for anything else: the prompt is then encoded anew. */
function vectorIn(cell: string): Float32Array | null {
  const text = cell.replace(/^'/, '') // as a spreadsheet marks what is no formula
  try {
    const vector = text.startsWith('[') ? Float32Array.from(JSON.parse(text), Number) : floatsFromBase64(text)
    return vector.length === EMBEDDING_SIZE && vector.every(Number.isFinite) ? vector : null
  } catch {
    return null
  }
}

/** NaN for an empty cell and for text. */
function numberIn(cell: Cell): number {
  if (typeof cell === 'number') return cell
  const text = textOf(cell).trim().replace(/^\$/, '')
  return text === '' ? Number.NaN : Number(text)
}
