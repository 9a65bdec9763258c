/** The prompts of the simulated world: written ones first, then those combined from templates. */
import { readFileSync } from 'node:fs'
import { createStream, shuffle } from '../../core/math/random.ts'
import { ROUTERBENCH_FAMILIES } from '../../core/world/routerbench/roster.ts'

export interface PromptText {
  readonly family: string
  readonly text: string
  /** 1 (easy) to 5 (hard). */
  readonly difficulty: number
  /** Written one by one, as against combined; only these are shown. */
  readonly written: boolean
}

interface TemplateSet {
  readonly name: string
  readonly frames: readonly { readonly difficulty: number; readonly text: string }[]
  readonly items: readonly Readonly<Record<string, string | number>>[]
}

const FOLDER = new URL('./prompts/', import.meta.url)

/**
 * Combined prompts kept per family, at most: enough to learn from, few enough to ship. Knowledge and maths are the
 * largest families, as in RouterBench.
 */
const COMBINED: Readonly<Record<string, number>> = {
  'knowledge-mc': 360,
  'grade-math': 460,
  'science-mc': 250,
  pronoun: 250,
  'chat-writing': 120,
  'grounded-qa': 180,
  'short-python': 120,
  commonsense: 120,
  'multi-hop': 120,
}

/** Every prompt, family by family, written before combined: their order is their number. */
export function readPrompts(): PromptText[] {
  return ROUTERBENCH_FAMILIES.flatMap(({ id }) => {
    const all = combinedPrompts(id)
    const order = shuffle(
      all.map((_, i) => i),
      createStream(1, `prompts/${id}`),
    )
    const kept = order.slice(0, COMBINED[id]).sort((a, b) => a - b)
    return [...writtenPrompts(id), ...kept.map(i => all[i])]
  })
}

function writtenPrompts(family: string): PromptText[] {
  const lines = readFileSync(new URL(`${family}.written.jsonl`, FOLDER), 'utf8')
    .trim()
    .split('\n')
  return lines.map(line => {
    const { text, difficulty } = JSON.parse(line)
    return { family, text, difficulty, written: true }
  })
}

/** Every frame of a set with every item of it. */
function combinedPrompts(family: string): PromptText[] {
  const file = new URL(`${family}.templates.json`, FOLDER)
  const { sets }: { sets: readonly TemplateSet[] } = JSON.parse(readFileSync(file, 'utf8'))
  return sets.flatMap(({ frames, items }) =>
    frames.flatMap(frame =>
      items.map(item => ({
        family,
        text: frame.text.replace(/\{(\w+)\}/g, (_, field: string) => String(item[field])),
        difficulty: Math.min(5, Math.max(1, frame.difficulty + Number(item.difficulty))),
        written: false,
      })),
    ),
  )
}
