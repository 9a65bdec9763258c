/** Whatever way a table is written in, the same numbers come back. */
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readLogFiles } from '../../../src/share/log/read.ts'
import { expectAllClose } from '../../close.ts'
import { utf8 } from '../../fixtures/logTables.ts'

const LLMS = ['tiny', 'maker/mid-7b', 'big:free']
const PROMPTS = 60

/** One way to write a number. */
interface Spelling {
  readonly decimal: '.' | ','
  readonly group: string
  readonly before: string
  readonly after: string
}

/** @param digits after the decimal sign */
function write(value: number, digits: number, { decimal, group, before, after }: Spelling): string {
  const [whole, fraction] = value.toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return `${before}${grouped}${fraction ? decimal + fraction : ''}${after}`
}

const space = fc.constantFrom('', ' ', '\u00A0', '\u202F')
const decimalAndGroup = fc.constantFrom(
  { decimal: '.', group: '' } as const,
  { decimal: '.', group: ',' } as const,
  { decimal: '.', group: ' ' } as const,
  { decimal: '.', group: '’' } as const,
  { decimal: ',', group: '' } as const,
  { decimal: ',', group: '.' } as const,
  { decimal: ',', group: '\u202F' } as const,
)
const spelling = fc
  .tuple(decimalAndGroup, fc.constantFrom('', '$', 'US$', 'USD ', '€', '£'), fc.boolean(), space)
  .map(([signs, unit, isAfter, gap]): Spelling => {
    const sign = unit.trim()
    return {
      ...signs,
      before: isAfter || sign === '' ? '' : sign + gap,
      after: isAfter && sign !== '' ? gap + sign : '',
    }
  })
const delimiter = fc.constantFrom(',', ';', '\t', '|')
const words = fc.constantFrom(
  ...[
    'TRUE/FALSE',
    'yes/no',
    'Pass/Fail',
    'C/I',
    'ja/nein',
    'Oui/Non',
    'correct/incorrect',
    '✓/✗',
    '1/0',
    '1.0/0.0',
    '100%/0%',
  ].map(pair => pair.split('/')),
)

const world = fc.record({
  // Both occur: a letter alone, such as C, is not known to be a mark.
  scores: fc
    .array(fc.boolean(), { minLength: 3 * PROMPTS - 2, maxLength: 3 * PROMPTS - 2 })
    .map(rest => [true, false, ...rest]),
  /** Millionths of a dollar. */
  costs: fc.array(fc.integer({ min: 1, max: 5_000_000_000 }), {
    minLength: 3 * PROMPTS,
    maxLength: 3 * PROMPTS,
  }),
  tokens: fc.array(fc.integer({ min: 1, max: 2_000_000 }), {
    minLength: 3 * PROMPTS,
    maxLength: 3 * PROMPTS,
  }),
})

test('a long table in any spelling of numbers, words and cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      spelling,
      words,
      delimiter,
      fc.constantFrom('', 'A report\n\n', 'sep='),
      fc.boolean(),
      async ({ scores, costs }, written, [one, zero], sign, top, isQuoted) => {
        const rows = scores.map((score, i) => [
          `Prompt ${Math.floor(i / 3)}, of ${PROMPTS}; all`,
          LLMS[i % 3],
          score ? one : zero,
          write(costs[i] / 1e6, 6, written),
          '',
        ])
        const names = ['prompt', 'model', 'score', 'cost', 'comment']
        const table = Papa.unparse([names, ...rows], { delimiter: sign, quotes: isQuoted, newline: '\n' })
        const text = top === 'sep=' ? `sep=${sign}\n${table}` : top + table
        const log = await readLogFiles([{ name: 'log.csv', bytes: utf8(text) }])
        expect(log.llms.map(({ id }) => id)).toEqual(LLMS)
        expectAllClose(log.score, scores.map(Number))
        expectAllClose(
          log.costUsd,
          costs.map(cost => cost / 1e6),
          { rtol: 1e-9 },
        )
      },
    ),
    { numRuns: 60, seed: 12 },
  )
})

test('a wide table of percentages and token counts with thousands', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      decimalAndGroup,
      space,
      delimiter,
      async ({ costs, tokens }, signs, gap, sign) => {
        const number: Spelling = { ...signs, before: '', after: '' }
        const percent: Spelling = { ...signs, before: '', after: `${gap}%` }
        const share = (i: number) => (costs[i] % 1000) / 1000
        const prompts = Array.from({ length: PROMPTS }, (_, i) => [
          `Prompt ${i}`,
          ...LLMS.flatMap((_llm, arm) => [
            write(100 * share(3 * i + arm), 1, percent),
            write(tokens[3 * i + arm], 0, number),
          ]),
        ])
        const names = ['question', ...LLMS.flatMap(llm => [`${llm} accuracy`, `${llm} output tokens`])]
        const log = Papa.unparse([names, ...prompts], { delimiter: sign, newline: '\n' })
        const prices = LLMS.map(id => ({ id, input_price: 0, output_price: 2 }))
        const read = await readLogFiles([
          { name: 'log.csv', bytes: utf8(log) },
          { name: 'prices.json', bytes: utf8(JSON.stringify(prices)) },
        ])
        expect(read.llms.map(({ id }) => id)).toEqual(LLMS)
        expectAllClose(
          read.score,
          tokens.map((_, i) => share(i)),
          { atol: 1e-12 },
        )
        expectAllClose(
          read.costUsd,
          tokens.map(count => (2 * count) / 1e6),
          { rtol: 1e-9 },
        )
      },
    ),
    { numRuns: 60, seed: 13 },
  )
})
