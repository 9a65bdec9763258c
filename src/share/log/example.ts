/** Small made-up logs, one of each form that is read: to try, and to write one's own after. */
import { createStream } from '../../core/math/random.ts'

export type ExampleForm = 'wide' | 'long' | 'lists'

export interface ExampleFile {
  readonly name: string
  readonly text: string
}

/** Skill per family and dollars a call. */
const LLMS = [
  { id: 'small', skill: { sums: 0.35, words: 0.75, facts: 0.5 }, costUsd: 0.0001 },
  { id: 'medium', skill: { sums: 0.7, words: 0.85, facts: 0.7 }, costUsd: 0.001 },
  { id: 'large', skill: { sums: 0.95, words: 0.9, facts: 0.92 }, costUsd: 0.01 },
] as const
const WORDS = 'house river bread window winter music garden letter bridge market island doctor'.split(' ')
const LANDS = 'France Japan Kenya Peru Norway Egypt Canada India Greece Chile Poland Nepal'.split(' ')
const PER_FAMILY = 24

interface ExampleRow {
  readonly family: keyof (typeof LLMS)[number]['skill']
  readonly prompt: string
}

function prompts(): ExampleRow[] {
  return Array.from({ length: PER_FAMILY }, (_, i): ExampleRow[] => [
    { family: 'sums', prompt: `What is ${17 + 3 * i} times ${4 + i}?` },
    { family: 'words', prompt: `${i % 2 ? 'Spell' : 'Translate into French'}: ${WORDS[i >> 1]}` },
    { family: 'facts', prompt: `What is the ${i % 2 ? 'capital' : 'highest mountain'} of ${LANDS[i >> 1]}?` },
  ]).flat()
}

/** The same 72 prompts and three LLMs in every form. */
export function exampleLog(form: ExampleForm): ExampleFile {
  const stream = createStream(1, 'log/example')
  const rows = prompts().map(row => ({
    ...row,
    cells: LLMS.map(({ skill, costUsd }) => ({
      score: stream.uniform() < skill[row.family] ? 1 : 0,
      costUsd: Number((costUsd * (0.5 + stream.uniform())).toPrecision(3)),
    })),
  }))
  if (form === 'lists') {
    const models = LLMS.map(({ id, costUsd }) => ({
      id,
      price_in_per_1m: costUsd * 1e3,
      price_out_per_1m: costUsd * 5e3,
    }))
    const records = rows.map(({ family, prompt, cells }) => ({
      task: family,
      prompt,
      score: cells.map(cell => cell.score),
      cost: cells.map(cell => cell.costUsd),
    }))
    return { name: 'example.json', text: `${JSON.stringify({ models, rows: records }, null, 1)}\n` }
  }
  const lines =
    form === 'wide'
      ? [
          ['prompt', 'task', ...LLMS.flatMap(({ id }) => [id, `${id}|total_cost`])],
          ...rows.map(({ family, prompt, cells }) => [
            prompt,
            family,
            ...cells.flatMap(cell => [cell.score, cell.costUsd]),
          ]),
        ]
      : [
          ['prompt', 'task', 'model', 'score', 'cost'],
          ...rows.flatMap(({ family, prompt, cells }) =>
            cells.map((cell, arm) => [prompt, family, LLMS[arm].id, cell.score, cell.costUsd]),
          ),
        ]
  return { name: `example-${form}.csv`, text: `${lines.map(line => line.join(',')).join('\n')}\n` }
}
