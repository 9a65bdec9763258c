import { csvText, SAMPLE } from './sample.ts'
import type { Shape } from './shape.ts'

/** RouteLLM's benchmark answers: under an LLM's bare name whether it was right, beside it what it said. */
export const ROUTE_LLM: Shape = {
  name: 'RouteLLM',
  read({ names, ...table }) {
    const answered = names.filter(name => names.includes(`${name}_response`))
    return answered.length >= 2 && names.includes('prompt') ? { names, ...table } : null
  },
  sample: () => [
    {
      name: 'responses.csv',
      text: csvText(
        ['prompt', ...SAMPLE[0].answers.flatMap(({ llm }) => [llm, `${llm}_response`, `${llm}_cost`])],
        SAMPLE.map(({ text, answers }) => [
          text,
          ...answers.flatMap(({ score, costUsd }) => [score === 1 ? 'True' : 'False', 'made up', costUsd]),
        ]),
      ),
    },
  ],
}
