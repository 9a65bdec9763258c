import { csvText, sampleRows } from './sample.ts'
import { hasColumns, renameColumns, type Shape } from './shape.ts'

const NAMES: Readonly<Record<string, string>> = {
  model_permaslug: 'model',
  model_slug: 'model',
  cost_total: 'total_cost',
  tokens_prompt: 'input_tokens',
  tokens_completion: 'output_tokens',
}

/** OpenRouter's activity: costs and tokens of every generation. */
export const OPENROUTER: Shape = {
  name: 'OpenRouter',
  read(table) {
    if (!hasColumns(table, 'generation_id') || !table.names.some(name => name in NAMES)) return null
    return renameColumns(table, name => (table.names.includes(NAMES[name] ?? name) ? name : NAMES[name]))
  },
  sample: () => [
    {
      name: 'activity.csv',
      text: csvText(
        [
          'generation_id',
          'created_at',
          'prompt',
          'model_permaslug',
          'cost_total',
          'tokens_prompt',
          'tokens_completion',
          'score',
        ],
        sampleRows(({ text }, { llm, score, costUsd, tokensIn, tokensOut }, i) => [
          ...[`g${i}`, '2026-01-01', text, llm, costUsd, tokensIn, tokensOut, score],
        ]),
      ),
    },
  ],
}
