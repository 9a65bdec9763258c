import { csvText, SAMPLE } from './sample.ts'
import type { Shape } from './shape.ts'

/** promptfoo's CSV export: after each provider's outputs columns of the same names, and no costs unless they were added. */
export const PROMPTFOO_TABLE: Shape = {
  name: 'promptfoo',
  read: table => (table.names.some(name => /\|(Grader Reason|Named Scores)$/i.test(name)) ? table : null),
  sample: () => [
    {
      name: 'promptfoo.csv',
      text: csvText(
        [
          'question',
          ...SAMPLE[0].answers.flatMap(({ llm }) => [
            `[${llm}] {{question}}`,
            'Status',
            'Score',
            'Grader Reason',
            'Cost',
          ]),
        ],
        SAMPLE.map(({ text, answers }) => [
          text,
          ...answers.flatMap(({ score, costUsd }) => [
            'made up',
            score === 1 ? 'PASS' : 'FAIL',
            score,
            '',
            costUsd,
          ]),
        ]),
      ),
    },
  ],
}
