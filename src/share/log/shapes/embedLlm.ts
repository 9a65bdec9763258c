import { csvText, SAMPLE_PRICE_FILE, sampleRows } from './sample.ts'
import { hasColumns, type Shape } from './shape.ts'

/** EmbedLLM's table of who answered what correctly (arXiv 2410.02223): one row a prompt and LLM, no costs. */
export const EMBEDLLM: Shape = {
  name: 'EmbedLLM',
  read: table => (hasColumns(table, 'prompt_id', 'model_id', 'label') ? table : null),
  sample: () => [
    {
      name: 'embedllm.csv',
      text: csvText(
        [
          'prompt_id',
          'model_id',
          'label',
          'model_name',
          'prompt',
          'category',
          'input_tokens',
          'output_tokens',
        ],
        sampleRows(({ text, family }, { llm, score, tokensIn, tokensOut }, i) => [
          ...[i, llm.length, score, llm, text, family, tokensIn, tokensOut],
        ]),
      ),
    },
    SAMPLE_PRICE_FILE,
  ],
}
