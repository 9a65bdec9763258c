import { SAMPLE } from './sample.ts'
import { hasColumns, renameColumns, type Shape, withConstant } from './shape.ts'

/** Inspect's evaluation log of one LLM: its name stands in the head, scores are C, I, P and N. */
export const INSPECT: Shape = {
  name: 'Inspect',
  read(table) {
    const { 'eval.model': model, 'eval.task': task } = table.head
    const score = table.names.find(name => /^scores?\.([^.]+\.)?value$/.test(name))
    if (model === undefined || score === undefined || !hasColumns(table, 'input')) return null
    const renamed = renameColumns(table, name =>
      name === score ? 'score' : name === 'input' ? 'prompt' : name,
    )
    return withConstant(withConstant(renamed, 'task', task ?? null), 'model', model)
  },
  sample: () =>
    [0, 1, 2].map(arm => ({
      name: `${SAMPLE[0].answers[arm].llm}.json`,
      text: JSON.stringify({
        version: 2,
        eval: { model: SAMPLE[0].answers[arm].llm, task: 'mixed' },
        samples: SAMPLE.map(({ text, answers }, i) => ({
          id: i,
          input: text,
          scores: { match: { value: answers[arm].score === 1 ? 'C' : 'I' } },
          total_cost: answers[arm].costUsd,
        })),
      }),
    })),
}
