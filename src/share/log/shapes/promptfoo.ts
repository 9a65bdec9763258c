import { sampleRows } from './sample.ts'
import { renameColumns, type Shape } from './shape.ts'

/** promptfoo's JSON export: results of every prompt and provider, two levels deep. */
export const PROMPTFOO: Shape = {
  name: 'promptfoo',
  read(table) {
    const has = (name: string) => table.names.includes(name)
    const provider = has('provider.id') ? 'provider.id' : 'provider'
    if (!has(provider) || !has('prompt.raw') || !(has('promptIdx') || has('testIdx'))) return null
    return renameColumns(table, name =>
      name === provider
        ? 'model'
        : name === 'prompt.raw'
          ? 'prompt'
          : name === 'prompt'
            ? 'prompt as such'
            : name,
    )
  },
  sample: () => [
    {
      name: 'results.json',
      text: JSON.stringify({
        evalId: 'eval-1',
        results: {
          version: 3,
          prompts: [{ raw: '{{question}}', provider: 'tiny' }],
          results: sampleRows(({ text }, { llm, score, costUsd }, i) => ({
            promptIdx: 0,
            testIdx: i,
            provider: { id: llm },
            prompt: { raw: text, label: '{{question}}' },
            vars: { question: text },
            score,
            cost: costUsd,
          })),
        },
      }),
    },
  ],
}
