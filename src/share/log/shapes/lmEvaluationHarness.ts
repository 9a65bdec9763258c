import { jsonLines, SAMPLE, SAMPLE_PRICE_FILE } from './sample.ts'
import { renameColumns, type Shape, withConstant } from './shape.ts'

/** The prompt as the LLM saw it. */
const PROMPT = /^arguments(\[0\]\[0\]|\.gen_args_0\.arg_0)$/
const SCORE = /^(exact_match|acc|acc_norm|em|f1|pass_at_1|pass@1)$/

/** lm-evaluation-harness's samples: one file an LLM and task, which only its name tells. */
export const LM_EVALUATION_HARNESS: Shape = {
  name: 'lm-evaluation-harness',
  read(table, file) {
    const known =
      table.names.includes('doc_id') &&
      table.names.some(name => /^(doc_hash|target|resps|filtered_resps)\b/.test(name))
    const score = table.names.find(name => SCORE.test(name))
    if (!known || score === undefined) return null
    const renamed = renameColumns(table, name =>
      name === score ? 'score' : PROMPT.test(name) ? 'prompt' : name,
    )
    return withConstant(renamed, 'model', nameIn(file))
  },
  sample: () => [
    ...[0, 1, 2].map(arm => ({
      name: `samples_${SAMPLE[0].answers[arm].llm}.jsonl`,
      text: jsonLines(
        SAMPLE.map(({ text, answers }, i) => ({
          doc_id: i,
          target: '0',
          arguments: { gen_args_0: { arg_0: text } },
          doc_hash: `h${i}`,
          exact_match: answers[arm].score,
          input_tokens: answers[arm].tokensIn,
          output_tokens: answers[arm].tokensOut,
        })),
      ),
    })),
    SAMPLE_PRICE_FILE,
  ],
}

/** Without the harness's own words and the time of the run. */
function nameIn(file: string): string {
  return file
    .replace(/\.[a-z]+$/i, '')
    .replace(/_?\d{4}-\d{2}-\d{2}T[\d.:-]+$/, '')
    .replace(/^samples_/, '')
}
