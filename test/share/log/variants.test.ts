/** The same small log under other names, in other nestings and with other lists of prices. */
import { expect, test } from 'vitest'
import { messagesOf } from '../../../src/core/messages/message.ts'
import { readLogFiles } from '../../../src/share/log/read.ts'
import { csvText, jsonLines, SAMPLE, sampleRows } from '../../../src/share/log/shapes/sample.ts'
import { expectAllClose } from '../../close.ts'
import { utf8 } from '../../fixtures/logTables.ts'

const scores = SAMPLE.flatMap(({ answers }) => answers.map(({ score }) => score))
const costs = SAMPLE.flatMap(({ answers }) => answers.map(({ costUsd }) => costUsd))

const long = (names: readonly string[]) =>
  csvText(
    names,
    sampleRows(({ text }, { llm, score, costUsd }) => [text, llm, score, costUsd]),
  )
const wide = (score: (llm: string) => string, cost: (llm: string) => string, factor = 1) =>
  csvText(
    ['prompt', ...SAMPLE[0].answers.flatMap(({ llm }) => [score(llm), cost(llm)])],
    SAMPLE.map(({ text, answers }) => [text, ...answers.flatMap(one => [one.score, one.costUsd * factor])]),
  )
const chat = (text: string) => [
  { role: 'system', content: 'Be kind: "always".' },
  { role: 'user', content: text },
]
const python = (text: string) =>
  `[{'role': 'system', 'content': "It's \\"kind\\"."}, {'role': 'user', 'content': '${text}'}]`
const records = (record: (text: string, llm: string, score: number, cost: number) => object) =>
  sampleRows(({ text }, { llm, score, costUsd }) => record(text, llm, score, costUsd))

test.each([
  ['headers in German', 'a.csv', long(['Frage', 'Modell', 'Bewertung', 'Kosten'])],
  ['headers in Spanish', 'a.csv', long(['pregunta', 'modelo', 'puntuación', 'coste'])],
  ['headers in Chinese', 'a.csv', long(['问题', '模型', '得分', '费用'])],
  ['headers with spaces', 'a.csv', long([' Question ', 'Model Name', 'Is Correct', 'Total Cost (USD)'])],
  ['a cost of inference', 'a.csv', long(['input', 'llm', 'exact_match', 'inference_cost'])],
  [
    'camel case',
    'a.csv',
    wide(
      llm => `${llm}Score`,
      llm => `${llm}CostUSD`,
    ),
  ],
  [
    'words and signs',
    'a.csv',
    wide(
      llm => `${llm} - accuracy`,
      llm => `${llm}: total cost (in USD)`,
    ),
  ],
  [
    'cents in the name',
    'a.csv',
    wide(
      llm => `${llm}_score`,
      llm => `${llm}_cost_cents`,
      100,
    ),
  ],
  [
    'dollars per 1,000 calls',
    'a.csv',
    wide(
      llm => `score_${llm}`,
      llm => `cost_per_1k_calls_${llm}`,
      1000,
    ),
  ],
  [
    'millionths of a dollar',
    'a.csv',
    wide(
      llm => `${llm}_score`,
      llm => `${llm}_cost_micros`,
      1e6,
    ),
  ],
  [
    'a chat as Python prints it',
    'a.csv',
    csvText(
      ['messages', 'model', 'score', 'cost'],
      sampleRows(({ text }, { llm, score, costUsd }) => [python(text), llm, score, costUsd]),
    ),
  ],
  [
    'parts of a message',
    'a.jsonl',
    jsonLines(
      records((text, model, score, cost) => ({
        model,
        request: { messages: [{ role: 'user', content: [{ type: 'text', text }] }] },
        score,
        cost,
      })),
    ),
  ],
  [
    'objects of several lines',
    'a.json',
    records((prompt, model, score, cost) => ({ prompt, model, score, cost }))
      .map(record => JSON.stringify(record, null, 2))
      .join('\n'),
  ],
  [
    'answers in a list',
    'a.json',
    JSON.stringify(
      SAMPLE.map(({ text, answers }) => ({
        messages: chat(text),
        answers: answers.map(({ llm, score, costUsd }) => ({ model: llm, score, cost: costUsd })),
      })),
    ),
  ],
  [
    'lists beside a list of names',
    'a.jsonl',
    jsonLines(
      SAMPLE.map(({ text, answers }) => ({
        messages: [...chat(text), { role: 'assistant', content: 'x' }],
        models: answers.map(({ llm }) => llm),
        scores: answers.map(({ score }) => score),
        costs: answers.map(({ costUsd }) => costUsd),
      })),
    ),
  ],
  [
    'objects by LLM in one container',
    'a.json',
    JSON.stringify(
      SAMPLE.map(({ text, answers }) => ({
        prompt: text,
        models: Object.fromEntries(answers.map(({ llm, score, costUsd }) => [llm, { score, cost: costUsd }])),
      })),
    ),
  ],
  [
    'a metric by its name',
    'a.jsonl',
    jsonLines(
      records((input, model, score, cost) => ({
        input,
        scores: { Factuality: score },
        metrics: { estimated_cost: cost },
        metadata: { model },
      })),
    ),
  ],
])('%s', async (_, name, text) => {
  const log = await readLogFiles([{ name, bytes: utf8(text) }])
  expect(log.llms.map(({ id }) => id)).toEqual(['tiny', 'mid', 'big'])
  expect(log.texts).toEqual(SAMPLE.map(prompt => prompt.text))
  expectAllClose(log.score, scores)
  expectAllClose(log.costUsd, costs, { rtol: 1e-9 })
})

const COUNTED = {
  name: 'log.csv',
  bytes: utf8(
    csvText(
      ['prompt', 'model', 'score', 'input_tokens', 'output_tokens'],
      sampleRows(({ text }, { llm, score, tokensIn, tokensOut }) => [text, llm, score, tokensIn, tokensOut]),
    ),
  ),
}
const COUNTED_COSTS = SAMPLE.flatMap(({ answers }) =>
  answers.map(
    ({ tokensIn, tokensOut }, arm) =>
      (tokensIn * [0.2, 0.9, 3][arm] + tokensOut * [0.2, 0.9, 1250][arm]) / 1e6,
  ),
)

test.each([
  [
    'decimal commas',
    'p.csv',
    'model;input_price;output_price\ntiny;0,2;0,2\nmid;0,9;0,9\nbig;3,00;1.250,00\n',
  ],
  [
    'a unit in the cells',
    'p.csv',
    'model,input_price,output_price\ntiny,$0.20/1M,$0.20 / 1M tokens\nmid,$0.0009/1K,0.9 USD\nbig,$3,"$1,250.00"\n',
  ],
  [
    'a unit in the name',
    'p.tsv',
    'Model Name\tInput ($/1k)\tOutput ($/1k)\ntiny\t0.0002\t0.0002\nmid\t0.0009\t0.0009\nbig\t0.003\t1.25\n',
  ],
  [
    'camel case',
    'p.json',
    '[{"id":"tiny","inputPrice":0.2,"outputPrice":0.2},{"id":"mid","inputPrice":0.9,"outputPrice":0.9},{"id":"big","inputPrice":3,"outputPrice":1250}]',
  ],
  [
    'a dictionary, with others in it',
    'p.json',
    '{"img":{"output_cost_per_image":0.04,"mode":"x"},"tiny":{"input_cost_per_token":2e-7,"output_cost_per_token":2e-7,"mode":"chat"},"mid":{"input_cost_per_token":9e-7,"output_cost_per_token":9e-7},"big":{"input_cost_per_token":3e-6,"output_cost_per_token":0.00125}}',
  ],
  [
    'prices of none, of LLMs that did not answer',
    'p.json',
    '{"data":[{"id":"x/auto","pricing":{"prompt":"-1","completion":"-1"}},{"id":"m/tiny","pricing":{"prompt":"0.0000002","completion":"2e-7"}},{"id":"m/mid","pricing":{"prompt":"9e-7","completion":"9e-7"}},{"id":"m/big","pricing":{"prompt":"3e-6","completion":"0.00125"}}]}',
  ],
])('prices: %s', async (_, name, text) => {
  const { costUsd } = await readLogFiles([COUNTED, { name, bytes: utf8(text) }])
  expectAllClose(costUsd, COUNTED_COSTS, { rtol: 1e-9 })
})

test.each([
  ['free', 'price-out-of-range'],
  ['-1', 'price-out-of-range'],
  ['€0.2', 'price-out-of-range'],
  ['n/a', 'price-unknown'],
  ['', 'price-unknown'],
] as const)('a price of “%s” is never taken for 0', async (price, code) => {
  const list = `model,input_price,output_price\ntiny,${price},0.2\nmid,0.9,0.9\nbig,3,15\n`
  const refused: unknown = await readLogFiles([COUNTED, { name: 'p.csv', bytes: utf8(list) }]).catch(
    error => error,
  )
  expect(messagesOf(refused).map(said => said.code)).toEqual([code])
})
