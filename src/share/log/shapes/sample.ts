/** A small made-up log that the samples of all shapes are written from. */

export interface SampleAnswer {
  readonly llm: string
  readonly score: 0 | 1
  readonly costUsd: number
  readonly tokensIn: number
  readonly tokensOut: number
}

export interface SamplePrompt {
  readonly text: string
  readonly family: string
  readonly answers: readonly SampleAnswer[]
}

const FAMILIES = ['sums', 'words', 'facts'] as const
const LLMS = ['tiny', 'mid', 'big'] as const

export const SAMPLE: readonly SamplePrompt[] = Array.from({ length: 60 }, (_, i): SamplePrompt => {
  const family = FAMILIES[i % FAMILIES.length]
  return {
    text: `Made-up question ${i} about ${family}?`,
    family,
    answers: LLMS.map((llm, arm) => ({
      llm,
      score: (7 * i + 3 * arm) % 10 < 3 + 3 * arm ? 1 : 0,
      costUsd: Number(((50 + i) * 10 ** (arm - 6)).toPrecision(6)),
      tokensIn: 20 + i,
      tokensOut: 5 + arm + (i % 4),
    })),
  }
})

/** What the tokens of the sample cost, dollars per million. */
export const SAMPLE_PRICES = [
  { id: 'tiny', input_price: 0.2, output_price: 0.4 },
  { id: 'mid', input_price: 1, output_price: 3 },
  { id: 'big', input_price: 3, output_price: 15 },
] as const

export const SAMPLE_PRICE_FILE = { name: 'prices.json', text: JSON.stringify(SAMPLE_PRICES) }

/** One row a prompt and LLM. */
export function sampleRows<Row>(row: (prompt: SamplePrompt, answer: SampleAnswer, i: number) => Row): Row[] {
  return SAMPLE.flatMap((prompt, i) => prompt.answers.map(answer => row(prompt, answer, i)))
}

export function csvText(names: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
  return `${[names, ...rows].map(row => row.map(cell).join(',')).join('\n')}\n`
}

export function jsonLines(records: readonly object[]): string {
  return records.map(record => `${JSON.stringify(record)}\n`).join('')
}
