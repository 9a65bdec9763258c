/** Prompts that every LLM answered: the others are left out, and if they are many, what to leave out instead. */
import { type Message, message, Problem, problem } from '../../core/messages/message.ts'
import type { Faults } from './faults.ts'

/** Which LLM answered which prompt: n x K, not 0 where it did. */
export interface Answered {
  readonly llms: readonly string[]
  readonly prompts: number
  readonly count: ArrayLike<number>
}

/** Choices of LLMs to leave out that are told. */
const MOST_CHOICES = 3
/** Part of the prompts with one answer each that makes a log one of served requests. */
const SERVED = 0.9

/** @returns the complete prompts @throws Problem when they are less than half, with what can be done */
export function completePrompts(answered: Answered, leftOut: Faults): number[] {
  const { llms, prompts } = answered
  const all = llms.map((_, arm) => arm)
  const rows = rowsWith(answered, all)
  if (2 * rows.length >= prompts && prompts > 0) return rows
  if (isServed(answered)) throw problem('one-answer-a-prompt', { prompts, llms: llms.length })
  throw new Problem(
    message('few-complete-prompts', { complete: rows.length, prompts }),
    ...choicesOf(answered, rows.length),
    ...leftOut.messages(),
  )
}

function rowsWith({ llms, prompts, count }: Answered, arms: readonly number[]): number[] {
  const rows: number[] = []
  for (let row = 0; row < prompts; row++) {
    if (arms.every(arm => count[row * llms.length + arm] > 0)) rows.push(row)
  }
  return rows
}

/** One after another, the LLM whose leaving makes the most prompts complete, as long as two are left. */
function choicesOf(answered: Answered, complete: number): Message[] {
  const choices: Message[] = []
  let arms = answered.llms.map((_, arm) => arm)
  let most = complete
  while (arms.length > 2 && choices.length < MOST_CHOICES) {
    const left = arms.map(gone => rowsWith(answered, without(arms, gone)).length)
    const best = Math.max(...left)
    if (best <= most) break
    arms = without(arms, arms[left.indexOf(best)])
    most = best
    const gone = answered.llms.filter((_, arm) => !arms.includes(arm))
    choices.push(message('leave-llm-out', { llms: gone, prompts: best }))
  }
  return choices
}

function without(arms: readonly number[], gone: number): number[] {
  return arms.filter(arm => arm !== gone)
}

/** Whether nearly every prompt went to one LLM: what a router logs while it serves. */
function isServed({ llms, prompts, count }: Answered): boolean {
  let one = 0
  for (let row = 0; row < prompts; row++) {
    let answers = 0
    for (let arm = 0; arm < llms.length; arm++) if (count[row * llms.length + arm] > 0) answers++
    if (answers === 1) one++
  }
  return llms.length > 1 && one >= SERVED * prompts && prompts > 0
}
