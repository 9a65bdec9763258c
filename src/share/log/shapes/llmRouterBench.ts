import { SAMPLE } from './sample.ts'
import { hasColumns, type Shape, withConstant } from './shape.ts'

/** LLMRouterBench: one document an LLM and data set, whose names stand in its head; several make a log. */
export const LLM_ROUTER_BENCH: Shape = {
  name: 'LLMRouterBench',
  read(table) {
    const { model_name: model, dataset_name: dataSet } = table.head
    if (model === undefined || !hasColumns(table, 'prompt', 'score')) return null
    return withConstant(withConstant(table, 'dataset', dataSet ?? null), 'model', model)
  },
  sample: () =>
    [0, 1, 2].map(arm => ({
      name: `${SAMPLE[0].answers[arm].llm}.json`,
      text: JSON.stringify({
        performance: 0.5,
        model_name: SAMPLE[0].answers[arm].llm,
        dataset_name: 'mixed',
        records: SAMPLE.map(({ text, answers }, i) => ({
          index: i,
          origin_query: text,
          prompt: `Question: ${text}`,
          score: answers[arm].score,
          cost: answers[arm].costUsd,
        })),
      }),
    })),
}
