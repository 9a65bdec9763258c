import { expect, test } from 'vitest'
import type { ParsedLog } from '../../../src/core/log/parsed.ts'
import { message, Problem } from '../../../src/core/messages/message.ts'
import { decodeWorld, encodeWorld } from '../../../src/core/world/columns.ts'
import { createLogWorld, exampleRows, logWorldProblem } from '../../../src/core/world/logWorld.ts'
import { splitOfText } from '../../../src/core/world/split.ts'
import { promptName, rowsOf, SPLITS } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

const N = 60

function parsed(change: Partial<ParsedLog> = {}): ParsedLog {
  return {
    source: 'mine.csv',
    llms: ['dear', 'cheap'].map(id => ({ id, name: id, priceInUsdPerMillion: 0, priceOutUsdPerMillion: 0 })),
    families: [
      { id: 'sums', name: 'Sums', prompts: 40 },
      { id: 'verse', name: 'Verse', prompts: 20 },
    ],
    texts: Array.from({ length: N }, (_, i) => `Prompt ${i}`),
    family: Uint8Array.from({ length: N }, (_, i) => (i % 3 === 2 ? 1 : 0)),
    score: Float64Array.from({ length: 2 * N }, (_, cell) => (cell % 2 === 0 ? 1 : 0.25)),
    costUsd: Float64Array.from({ length: 2 * N }, (_, cell) => (cell % 2 === 0 ? 0.01 : 0.001)),
    notes: [message('costs-from-tokens', {})],
    ...change,
  }
}

const embeddings = unitVectors(N, 2)

test('a log becomes a measured world: cheapest LLM first, split by text, families kept out whole', () => {
  const log = parsed()
  const world = createLogWorld(log, embeddings, ['Verse'])
  expect(world.llms.map(llm => llm.id)).toEqual(['cheap', 'dear'])
  expectAllClose(world.score.slice(0, 2), [0.25, 1])
  expectAllClose([world.tauUsd], [0.01])
  log.texts.forEach((text, i) => {
    expect(SPLITS[world.split[i]]).toBe(log.family[i] === 1 ? 'ood' : splitOfText(text))
  })
  expect(world.card.provenance).toBe('measured')
  expect(world.card.limits.slice(1)).toEqual([
    message('log-card-held-out', { families: ['Verse'] }),
    message('costs-from-tokens', {}),
  ])
})

test('its name follows its content and the families kept out, and nothing else', () => {
  const id = (log: ParsedLog, heldOut: string[] = []) => createLogWorld(log, embeddings, heldOut).id
  const base = id(parsed())
  expect(base).toMatch(/^log-[0-9a-f]{16}$/)
  expect(id(parsed({ source: 'renamed.csv', notes: [] }))).toBe(base)
  const other = parsed()
  other.score[7] = 0.5
  const others = [id(other), id(parsed(), ['sums']), id(parsed({ texts: parsed().texts.toReversed() }))]
  expect(new Set([base, ...others]).size).toBe(4)
})

test('the examples are held-out prompts of every family, with their texts only when these may be kept', () => {
  const log = parsed()
  const world = createLogWorld(log, embeddings, ['verse'])
  const rows = exampleRows(world)
  expect(new Set(rows.map(row => SPLITS[world.split[row]]))).toEqual(new Set(['test', 'ood']))
  expect(Object.keys(world.texts).sort()).toEqual(rows.map(row => promptName(world, row)).sort())
  for (const row of rows) expect(world.texts[promptName(world, row)]).toBe(log.texts[row])
  expect(rowsOf(world, 'ood').length).toBeGreaterThan(12)
  expect(rows.filter(row => world.family[row] === 1)).toHaveLength(12)
  expect(createLogWorld(log, embeddings, ['verse'], false).texts).toEqual({})
})

test('it is kept and comes back', () => {
  const world = createLogWorld(parsed(), embeddings, [])
  const { header, columns } = encodeWorld(world)
  const back = decodeWorld(header, Uint8Array.from(columns).buffer)
  expect([back.id, back.texts, back.split, back.costUsd]).toEqual([
    world.id,
    world.texts,
    world.split,
    world.costUsd,
  ])
})

test('the parsed log stays as it was', () => {
  const log = parsed()
  expect(createLogWorld(log, embeddings, []).family.buffer).not.toBe(log.family.buffer)
})

const FAMILIES_KEPT_OUT = message('splits-empty', {
  prompts: 0,
  heldOut: ['sums', 'verse'],
  splits: ['train', 'validation', 'test'],
})

test.each([
  ['an unknown family', parsed(), ['physics'], message('families-unknown', { names: ['physics'] })],
  ['all families', parsed(), ['sums', 'verse'], FAMILIES_KEPT_OUT],
  ['no costs', parsed({ costUsd: new Float64Array(2 * N) }), [], message('costs-all-zero', {})],
])('%s makes no world, and it is said why', (_, log, heldOut, why) => {
  expect(logWorldProblem(log, heldOut)).toEqual(why)
  expect(() => createLogWorld(log, embeddings, heldOut)).toThrow(new Problem(why))
})

test('one text throughout makes no world: two of the three splits are empty', () => {
  const log = parsed({ texts: new Array(N).fill('same') })
  const said = logWorldProblem(log, [])
  expect(said).toMatchObject({ code: 'splits-empty', params: { prompts: N, heldOut: [] } })
  const split = splitOfText('same')
  const empty = SPLITS.filter(name => name !== 'ood' && name !== split)
  expect(said?.params).toMatchObject({ splits: empty })
})
