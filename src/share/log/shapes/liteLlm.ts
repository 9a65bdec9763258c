import { jsonLines, sampleRows } from './sample.ts'
import { hasColumns, renameColumns, type Shape } from './shape.ts'

/** LiteLLM's spend log: what a call cost is its spend. */
export const LITELLM: Shape = {
  name: 'LiteLLM',
  read(table) {
    if (
      !hasColumns(table, 'spend', 'model') ||
      !table.names.some(name => /^(call_type|startTime|api_key)$/.test(name))
    ) {
      return null
    }
    return renameColumns(table, name => (name === 'spend' ? 'cost' : name))
  },
  sample: () => [
    {
      name: 'spend.jsonl',
      text: jsonLines(
        sampleRows(({ text }, { llm, score, costUsd, tokensIn, tokensOut }, i) => ({
          request_id: `r${i}`,
          call_type: 'acompletion',
          model: llm,
          spend: costUsd,
          prompt_tokens: tokensIn,
          completion_tokens: tokensOut,
          messages: [{ role: 'user', content: text }],
          metadata: { score },
        })),
      ),
    },
  ],
}
