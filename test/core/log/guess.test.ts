/** Column names as people write them. */
import { expect, test } from 'vitest'
import { guessMapping } from '../../../src/core/log/guess/guess.ts'
import { type ColumnProfile, MAX_DISTINCT } from '../../../src/core/log/mapping.ts'
import { PLAIN_NUMBERS } from '../../../src/core/log/spelling.ts'

const numbers = (name: string, max = 1): ColumnProfile => ({
  name,
  filled: 60,
  numeric: 60,
  min: 0,
  max,
  distinct: 50,
  meanLength: 4,
  samples: ['1'],
  spelling: PLAIN_NUMBERS,
})
const texts = (name: string, meanLength = 40, distinct = 60): ColumnProfile => ({
  name,
  filled: 60,
  numeric: 0,
  min: Number.NaN,
  max: Number.NaN,
  distinct,
  meanLength,
  samples: ['text'],
  spelling: PLAIN_NUMBERS,
})

/** `name=role:llm` of every column that is not left aside. */
function guess(columns: ColumnProfile[], models: string[] = []): string[] {
  return guessMapping(columns, models).columns.flatMap(({ role, llm }, i) =>
    role === 'ignore' ? [] : [`${columns[i].name}=${role}${llm && `:${llm}`}`],
  )
}

test.each([
  ['RouterBench', ['gpt-4', 'gpt-4|total_cost', 'a/b', 'a/b|total_cost'], 'gpt-4 a/b'],
  ['suffixes', ['gpt-4_score', 'gpt-4_cost', 'b_score', 'b_cost'], 'gpt-4 b'],
  ['prefixes', ['score_gpt-4', 'cost_gpt-4', 'score_b', 'cost_b'], 'gpt-4 b'],
  ['nested objects', ['scores.gpt-3.5', 'costs.gpt-3.5', 'scores.b', 'costs.b'], 'gpt-3.5 b'],
  ['nested the other way', ['gpt-3.5.quality', 'gpt-3.5.usd', 'b.quality', 'b.usd'], 'gpt-3.5 b'],
  ['colons', ['gpt-4:correct', 'gpt-4:cost_usd', 'b:correct', 'b:cost_usd'], 'gpt-4 b'],
  ['lists', ['reward[0]', 'cost[0]', 'reward[1]', 'cost[1]'], 'LLM 1,LLM 2'],
])('%s', (_, names, llms) => {
  const expected = llms.split(llms.includes(',') ? ',' : ' ').flatMap(llm => [`score:${llm}`, `cost:${llm}`])
  expect(guess([texts('question'), texts('benchmark', 5, 4), ...names.map(name => numbers(name))])).toEqual([
    'question=prompt',
    'benchmark=family',
    ...names.map((name, i) => `${name}=${expected[i]}`),
  ])
})

test('a column that names LLMs makes the table long', () => {
  const columns = [texts('query'), texts('model_name', 8, 3), numbers('is_correct'), numbers('total_cost')]
  expect(guess(columns)).toEqual(['query=prompt', 'model_name=model', 'is_correct=score', 'total_cost=cost'])
})

test('token counts are told apart, shared ones too', () => {
  const columns = [
    texts('prompt'),
    numbers('prompt_tokens', 900),
    numbers('a_completion_tokens', 900),
    numbers('a'),
  ]
  expect(guess(columns)).toEqual([
    'prompt=prompt',
    'prompt_tokens=tokensIn',
    'a_completion_tokens=tokensOut:a',
    'a=score:a',
  ])
})

test('lists take their names from the models list', () => {
  expect(guess([texts('prompt'), numbers('score[0]'), numbers('score[1]')], ['x/one', 'x/two'])).toEqual([
    'prompt=prompt',
    'score[0]=score:x/one',
    'score[1]=score:x/two',
  ])
})

test('without a telling name the longest text is the prompt, but no answer is', () => {
  const columns = [
    texts('uid', 8),
    texts('stem', 90),
    texts('gpt-4|model_response', 900),
    numbers('index', 60),
  ]
  expect(guess(columns)).toEqual(['stem=prompt'])
})

test('the scale is the smallest that holds every score', () => {
  for (const [max, scale] of [
    [0.9, 1],
    [4, 5],
    [7, 10],
    [88, 100],
    [1000, 1],
  ]) {
    const columns = [texts('prompt'), numbers('a_score', max), numbers('b_score', 1)]
    expect(guessMapping(columns, []).scoreScale).toBe(scale)
  }
})

test('a column of as many different values as are counted names no LLMs', () => {
  const [prompt, score] = [texts('question'), numbers('score')]
  expect(guess([prompt, texts('engine', 8, MAX_DISTINCT - 1), score])).toContain('engine=model')
  expect(guess([prompt, texts('engine', 8, MAX_DISTINCT), score])).not.toContain('engine=model')
})
