import { jsonLines, SAMPLE, SAMPLE_PRICE_FILE } from './sample.ts'
import { hasColumns, type Shape } from './shape.ts'

/** SPROUT (arXiv 2502.03261): an object for every LLM with its score and token counts; prices come beside it. */
export const SPROUT: Shape = {
  name: 'SPROUT',
  read: table =>
    hasColumns(table, 'prompt', 'golden_answer') &&
    table.names.some(name => name.endsWith('.num_output_tokens'))
      ? table
      : null,
  sample: () => [
    {
      name: 'sprout.jsonl',
      text: jsonLines(
        SAMPLE.map(({ text, family, answers }, i) => ({
          key: `k${i}`,
          dataset: family,
          prompt: text,
          golden_answer: 'made up',
          ...Object.fromEntries(
            answers.map(({ llm, score, tokensIn, tokensOut }) => [
              llm,
              { num_input_tokens: tokensIn, num_output_tokens: tokensOut, response: 'made up', score },
            ]),
          ),
        })),
      ),
    },
    SAMPLE_PRICE_FILE,
  ],
}
