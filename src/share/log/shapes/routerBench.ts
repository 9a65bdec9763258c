import { csvText, SAMPLE } from './sample.ts'
import { hasColumns, type Shape } from './shape.ts'

/** RouterBench's wide table (arXiv 2403.12031): a score under an LLM's bare name, its cost under `NAME|total_cost`. */
export const ROUTER_BENCH: Shape = {
  name: 'RouterBench',
  read: table =>
    hasColumns(table, 'sample_id', 'eval_name') && table.names.some(name => name.endsWith('|total_cost'))
      ? table
      : null,
  sample: () => [
    {
      name: 'routerbench.csv',
      text: csvText(
        [
          ...['sample_id', 'prompt', 'eval_name'],
          ...SAMPLE[0].answers.map(({ llm }) => llm),
          ...SAMPLE[0].answers.map(({ llm }) => `${llm}|total_cost`),
          'oracle_model_to_route_to',
        ],
        SAMPLE.map(({ text, family, answers }, i) => [
          ...[`s${i}`, text, family],
          ...answers.map(({ score }) => score),
          ...answers.map(({ costUsd }) => costUsd),
          'tiny',
        ]),
      ),
    },
  ],
}
