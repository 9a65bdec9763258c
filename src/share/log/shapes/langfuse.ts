import { csvText, sampleRows } from './sample.ts'
import { hasColumns, renameColumns, type Shape } from './shape.ts'

const NAMES: Readonly<Record<string, string>> = {
  providedModelName: 'model',
  calculatedTotalCost: 'total_cost',
  totalCost: 'total_cost',
}

/** Langfuse's export of traces or observations: the input is often a chat as JSON. */
export const LANGFUSE: Shape = {
  name: 'Langfuse',
  read(table) {
    const isCosted = hasColumns(table, 'totalCost') || hasColumns(table, 'calculatedTotalCost')
    if (!isCosted || !hasColumns(table, 'input', 'output')) return null
    return renameColumns(table, name => NAMES[name] ?? name)
  },
  sample: () => [
    {
      name: 'langfuse.csv',
      text: csvText(
        ['id', 'timestamp', 'name', 'input', 'output', 'model', 'totalCost', 'latency', 'score'],
        sampleRows(({ text }, { llm, score, costUsd }, i) => {
          const chat = [
            { role: 'system', content: 'Be brief.' },
            { role: 'user', content: text },
          ]
          return [`t${i}`, '2026-01-01', 'chat', JSON.stringify(chat), 'made up', llm, costUsd, 1.2, score]
        }),
      ),
    },
  ],
}
