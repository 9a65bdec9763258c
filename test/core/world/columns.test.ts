import { expect, test } from 'vitest'
import { cosine } from '../../../src/core/math/vectors.ts'
import { problem } from '../../../src/core/messages/message.ts'
import { decodeWorld, encodeWorld, type WorldHeader } from '../../../src/core/world/columns.ts'
import { embeddingOf, type World } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

/** The header as it is read from a file. */
function throughJson(header: WorldHeader, changes: object = {}): WorldHeader {
  return JSON.parse(JSON.stringify({ ...header, ...changes }))
}

function roundTrip(world: World): World {
  const { header, columns } = encodeWorld(world)
  return decodeWorld(throughJson(header), Uint8Array.from(columns).buffer)
}

test.each([
  ['measured', tinyWorld()],
  ['simulated', tinySimulatedWorld()],
])('a %s world comes back from its file', (_, world) => {
  const back = roundTrip(world)
  const { id, title, card, llms, families, size, tauUsd, texts } = world
  expect(back).toMatchObject({ id, title, card, llms, families, size, tauUsd, texts })
  expect([back.family, back.number, back.split]).toEqual([world.family, world.number, world.split])
  expect(back.costUsd).toEqual(world.costUsd)
  expectAllClose(back.score, world.score, { atol: 0.5001e-4 })
  for (let row = 0; row < world.size; row++) {
    expect(cosine(embeddingOf(back, row), embeddingOf(world, row))).toBeGreaterThan(0.999)
    expectAllClose([Math.hypot(...embeddingOf(back, row))], [1])
  }
})

test('a simulation comes back with its probabilities to 16 bits, the rest exactly', () => {
  const { simulation } = tinySimulatedWorld()
  const back = roundTrip(tinySimulatedWorld()).simulation
  if (!simulation || !back) throw new Error('A simulation was expected.')
  expectAllClose(back.success, simulation.success, { atol: 1e-5 })
  expect(back.promptTokens).toEqual(simulation.promptTokens)
  const { mark, preambleTokens, outputTokens, outputSpread } = simulation
  expect(back).toMatchObject({ mark, preambleTokens, outputTokens, outputSpread })
})

test('a measured world has no simulation, before or after', () => {
  expect(roundTrip(tinyWorld()).simulation).toBeNull()
})

test('encoding what was decoded changes no byte', () => {
  for (const world of [tinyWorld(), tinySimulatedWorld()]) {
    const once = encodeWorld(roundTrip(world))
    const twice = encodeWorld(roundTrip(roundTrip(world)))
    expect(twice.columns).toEqual(once.columns)
    expect(twice.header).toEqual(once.header)
  }
})

test('a file of another format is refused', () => {
  const { header, columns } = encodeWorld(tinyWorld())
  const other = throughJson(header, { format: 'barp-world-0' })
  expect(() => decodeWorld(other, Uint8Array.from(columns).buffer)).toThrow(/barp-world-0/)
})

test('a file cut short, or too long, or of another size is refused', () => {
  const { header, columns } = encodeWorld(tinyWorld())
  expect(() => decodeWorld(header, columns.slice(0, -4).buffer)).toThrow(/bytes/)
  expect(() => decodeWorld(header, Uint8Array.from([...columns, 0, 0, 0, 0]).buffer)).toThrow(/bytes/)
  const larger = throughJson(header, { size: header.size + 1 })
  expect(() => decodeWorld(larger, Uint8Array.from(columns).buffer)).toThrow(/bytes/)
})

const world = tinyWorld()
test.each([
  ['family', { ...world, family: world.family.map(() => 3) }],
  ['split', { ...world, split: world.split.map(() => 4) }],
  ['score above 1', { ...world, score: world.score.map(() => 1.01) }],
  ['negative cost', { ...world, costUsd: world.costUsd.map(() => -1e-9) }],
  ['infinite cost', { ...world, costUsd: world.costUsd.map(() => Number.POSITIVE_INFINITY) }],
  ['cost that is no number', { ...world, costUsd: world.costUsd.map(() => Number.NaN) }],
])('a %s out of bounds is refused', (_, broken) => {
  const { header, columns } = encodeWorld(broken)
  expect(() => decodeWorld(header, Uint8Array.from(columns).buffer)).toThrow(
    problem('world-out-of-bounds', { world: 'tiny' }),
  )
})
