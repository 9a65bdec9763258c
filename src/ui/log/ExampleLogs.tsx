import type { LogForm } from '../actions/log.ts'
import { useActions } from '../context.ts'
import { usePart } from '../usePart.ts'
import './ExampleLogs.css'

const FORMS: readonly { form: LogForm; name: string; says: string; example: string }[] = [
  {
    form: 'wide',
    name: 'Wide',
    says: 'One row a prompt, and for every LLM a column with its score and one with its cost, as in RouterBench’s files.',
    example: `prompt,task,gpt-4,gpt-4|total_cost,llama,llama|total_cost
What is 17 times 4?,sums,1,0.0021,0,0.00004`,
  },
  {
    form: 'long',
    name: 'Long',
    says: 'One row for each prompt and LLM.',
    example: `prompt,task,model,score,cost
What is 17 times 4?,sums,gpt-4,1,0.0021
What is 17 times 4?,sums,llama,0,0.00004`,
  },
  {
    form: 'lists',
    name: 'Lists',
    says: 'Scores and costs as lists in the order of a models list, which is a second file or stands inside.',
    example: `{"models": [{"id": "gpt-4"}, {"id": "llama"}],
 "rows": [{"prompt": "What is 17 times 4?", "task": "sums",
           "score": [1, 0], "cost": [0.0021, 0.00004]}]}`,
  },
]

/** What a log may look like, with one of each kind to try. */
export function ExampleLogs() {
  const { tryExample, saveExample } = useActions().log
  return (
    <details className="forms" {...usePart('log-examples')}>
      <summary>What a log looks like, and one of each to try</summary>
      <ul>
        {FORMS.map(({ form, name, says, example }) => (
          <li key={form}>
            <h3>{name}</h3>
            <p>{says}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide example scrolls, and must do so by keyboard too */}
            <pre tabIndex={0}>{example}</pre>
            <p>
              <button type="button" className="small" onClick={() => tryExample(form)}>
                Try one
              </button>{' '}
              <button type="button" className="small" onClick={() => saveExample(form)}>
                Save one as a file
              </button>
            </p>
          </li>
        ))}
      </ul>
      <p className="quiet">
        Costs are dollars a call; token counts do as well, with a models list of prices per million tokens.
        Scores lie between 0 and 1, or on a scale to 5, 10 or 100. A column for the task or data set makes
        families, which can be kept out of training.
      </p>
    </details>
  )
}
