import { expect, test } from 'vitest'
import { Problem } from '../../../src/core/messages/message.ts'
import { floatsToBase64 } from '../../../src/share/files/base64.ts'
import { exampleLog } from '../../../src/share/log/example.ts'
import { readServedLog } from '../../../src/share/log/served.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

const PROMPTS = 60
const LLMS = ['dear', 'cheap', 'middle']
const COST = [0.01, 0.0001, 0.001]

/** One answer a prompt, LLMs in turn. */
function lines(extra: (i: number) => string = () => ''): string[] {
  return Array.from(
    { length: PROMPTS },
    (_, i) => `Prompt ${i}?,${LLMS[i % 3]},${i % 2},${COST[i % 3]}${extra(i)}`,
  )
}

function read(header: string, rows: readonly string[], column: string | null = null) {
  const bytes = new TextEncoder().encode([header, ...rows].join('\n'))
  return readServedLog({ name: 'served.csv', bytes }, column)
}

test('one answer a prompt is recognised, LLMs stand in order of cost', async () => {
  const log = await read('prompt,model,score,cost', lines())
  expect(log).toMatchObject({
    source: 'served.csv',
    llms: ['cheap', 'middle', 'dear'],
    propensity: null,
    leftOut: 0,
  })
  expect(log?.texts).toHaveLength(PROMPTS)
  expect(log?.embeddings).toBeNull()
  expect(Array.from(log?.arm.subarray(0, 3) ?? [])).toEqual([2, 0, 1])
  expect(log?.quality[1]).toBe(1)
  expect(log?.costUsd[0]).toBeCloseTo(0.01, 6)
})

test('several answers to a prompt belong to one prompt', async () => {
  const log = await read('prompt,model,score,cost', [...lines(), 'Prompt 0?,cheap,1,0.0001'])
  expect(log?.texts).toHaveLength(PROMPTS)
  expect(log?.prompt.at(-1)).toBe(0)
})

test('propensities are found by their name or by the one given, and count only where all are there', async () => {
  const third = await read(
    'prompt,model,score,cost,propensity',
    lines(() => ',0.25'),
  )
  expect(third?.propensity?.[7]).toBe(0.25)
  const named = await read(
    'prompt,model,score,cost,chance',
    lines(() => ',0.5'),
    'chance',
  )
  expect(named?.propensity?.[0]).toBe(0.5)
  const gap = await read(
    'prompt,model,score,cost,propensity',
    lines(i => (i === 4 ? ',' : ',0.25')),
  )
  expect(gap?.propensity).toBeNull()
})

test('embeddings may stand beside the prompts, as base64 or as a list', async () => {
  const vectors = unitVectors(PROMPTS, 1)
  const of = (i: number) => vectors.subarray(i * 384, (i + 1) * 384)
  const base64 = await read(
    'prompt,model,score,cost,embedding',
    lines(i => `,${floatsToBase64(of(i))}`),
  )
  expect(base64?.embeddings).toEqual(vectors)
  const list = await read(
    'prompt,model,score,cost,embedding',
    lines(i => `,"[${Array.from(of(i)).join(',')}]"`),
  )
  expect(list?.embeddings).toEqual(vectors)
})

test('a table in which every LLM answered every prompt is no such log', async () => {
  for (const form of ['long', 'wide'] as const) {
    const { name, text } = exampleLog(form)
    expect(await readServedLog({ name, bytes: new TextEncoder().encode(text) }, null)).toBeNull()
  }
})

test('rows with gaps are left out and counted; a score or a cost that cannot be is refused', async () => {
  expect(await read('prompt,model,score,cost', [...lines(), 'A gap?,cheap,,0.1'])).toMatchObject({
    leftOut: 1,
  })
  const refused = read('prompt,model,score,cost', [...lines(), 'Odd?,cheap,-3,0.1'])
  await expect(refused).rejects.toThrow(Problem)
  await expect(read('prompt,model,score,cost', [...lines(), 'Odd?,cheap,1,-1'])).rejects.toThrow(Problem)
})
