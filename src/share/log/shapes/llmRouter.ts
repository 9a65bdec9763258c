import { jsonLines, SAMPLE_PRICE_FILE, sampleRows } from './sample.ts'
import { hasColumns, type Shape } from './shape.ts'

/** LLMRouter's routing data: one line a query and LLM, tokens counted, prices in a dictionary of LLMs beside it. */
export const LLM_ROUTER: Shape = {
  name: 'LLMRouter',
  read: table => (hasColumns(table, 'query', 'model_name', 'performance', 'token_num') ? table : null),
  sample: () => [
    {
      name: 'routing.jsonl',
      text: jsonLines(
        sampleRows(({ text, family }, { llm, score, tokensIn, tokensOut }) => ({
          task_name: family,
          query: text,
          model_name: llm,
          token_num: tokensIn + tokensOut,
          input_tokens: tokensIn,
          output_tokens: tokensOut,
          performance: score,
        })),
      ),
    },
    SAMPLE_PRICE_FILE,
  ],
}
