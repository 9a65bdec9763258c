/** Which column holds the prompt, and which its family. */
import { type ColumnProfile, MAX_DISTINCT } from '../mapping.ts'
import { isNumeric } from './numeric.ts'
import { plainName } from './plainName.ts'

/** Names of prompts, the surest first; in nested records the last part of the path. */
const PROMPT = [
  /^(prompts?|user_?prompt|prompt_?text|full_?prompt)$/i,
  /^(questions?|query|queries|user_?(query|input|message|question)|input_?(text|prompt)|question_?text)$/i,
  /^(inputs?|messages|conversations?|chat|chat_?messages)$/i,
  /^(instructions?|request|problem|text|content|user|task_?input|stem|raw|arg_0|frage|anfrage|eingabe|aufgabe|pregunta|consulta|pergunta|domanda|requête|вопрос|запрос|问题|提示|質問)$/i,
]
const INSTRUCTION = /^(instructions?|task_?description|question)$/i
const INPUT = /^(inputs?|context|passage)$/i
/** What an LLM said, or what is no text at all. */
const NO_PROMPT = /response|answer|output|completion|generation|oracle|target|(^|_)id$|time|date|url|hash/i

const FAMILY = [
  /^(task|family|category|eval_?name|task_?name|benchmark|subject|domain|topic)$/i,
  /^(data_?set|dataset_?name|source|group|subset|type|kind|tag|tags|kategorie|categoría|catégorie)$/i,
]
const URL = /^(https?:|www\.|file:|s3:|[a-z]:\\)/i
/** A family has more prompts than this, on average. */
const FEWEST_A_FAMILY = 2

/** One column, or an instruction and the input that it is about. */
export function guessPrompts(columns: readonly ColumnProfile[], taken: (i: number) => boolean): number[] {
  const isText = (column: ColumnProfile, i: number) => !taken(i) && column.filled > 0 && !isNumeric(column)
  const named = PROMPT.flatMap(names =>
    places(columns, (column, i) => isText(column, i) && names.test(lastPart(column.name))),
  )
  const most = Math.max(0, ...named.map(i => columns[i].distinct))
  // A template or a system's words are the same for many prompts.
  const telling = named.filter(i => 2 * columns[i].distinct > most)
  const [instruction] = places(
    columns,
    (column, i) => isText(column, i) && INSTRUCTION.test(plainName(column.name)),
  )
  const [input] = places(columns, (column, i) => isText(column, i) && INPUT.test(plainName(column.name)))
  const both = instruction !== undefined && input !== undefined
  if (both && (telling[0] === instruction || telling[0] === input))
    return [instruction, input].sort((a, b) => a - b)
  if (telling.length > 0) return telling.slice(0, 1)
  const longest = places(columns, (column, i) => isText(column, i) && !NO_PROMPT.test(column.name)).sort(
    (a, b) => columns[b].meanLength - columns[a].meanLength,
  )
  return longest.slice(0, 1)
}

/** The column whose values are few enough to be families; -1 without one. @param prompts different ones, counted up to MAX_DISTINCT */
export function guessFamily(
  columns: readonly ColumnProfile[],
  taken: (i: number) => boolean,
  prompts: number,
): number {
  const named = FAMILY.flatMap(names =>
    places(
      columns,
      (column, i) => !taken(i) && names.test(lastPart(column.name)) && isFamily(column, prompts),
    ),
  )
  return named.find(i => columns[i].distinct > 1) ?? named[0] ?? -1
}

function isFamily({ filled, distinct, samples }: ColumnProfile, prompts: number): boolean {
  if (filled === 0 || samples.some(sample => URL.test(sample))) return false
  // Beyond what is counted nothing is known; `bbh/snarks-17` is of the family bbh.
  const isBeyond = prompts >= MAX_DISTINCT && distinct >= MAX_DISTINCT
  return isBeyond || FEWEST_A_FAMILY * distinct <= prompts || samples.every(sample => sample.includes('/'))
}

function places(
  columns: readonly ColumnProfile[],
  fits: (column: ColumnProfile, i: number) => boolean,
): number[] {
  return columns.flatMap((column, i) => (fits(column, i) ? [i] : []))
}

function lastPart(name: string): string {
  return plainName(name.slice(name.lastIndexOf('.') + 1))
}
