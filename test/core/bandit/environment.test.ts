import { expect, expectTypeOf, test } from 'vitest'
import { type BanditEnvironment, createEnvironment } from '../../../src/core/bandit/environment.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectedOutcome } from '../../../src/core/world/expectation.ts'
import { rowsOf, SPLITS, type World } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

function fixedOutcome(world: World, row: number, arm: number) {
  const cell = row * world.llms.length + arm
  return { quality: world.score[cell], costUsd: world.costUsd[cell] }
}

test('an environment shows seven things, and no table is among them', () => {
  expectTypeOf<keyof BanditEnvironment>().toEqualTypeOf<
    'arms' | 'size' | 'tauUsd' | 'embedding' | 'reveal' | 'position' | 'resume'
  >()
  const world = tinyWorld()
  const environment = createEnvironment(world, rowsOf(world, 'train'), 1)
  expect(Object.keys(environment).sort()).toEqual([
    ...['arms', 'embedding', 'position', 'resume', 'reveal', 'size', 'tauUsd'],
  ])
  expect(environment).toMatchObject({
    arms: 3,
    size: rowsOf(world, 'train').length,
    tauUsd: world.tauUsd,
  })
})

test('a measured world reveals its logged cell in every split, however often it is pulled', () => {
  const world = tinyWorld()
  for (const split of SPLITS) {
    const rows = rowsOf(world, split)
    const environment = createEnvironment(world, rows, 1)
    rows.forEach((row, prompt) => {
      for (const arm of [2, 0, 1, 2]) {
        expect(environment.reveal(prompt, arm)).toEqual(fixedOutcome(world, row, arm))
      }
    })
  }
})

test('a simulated world reveals its fixed cells outside training', () => {
  const world = tinySimulatedWorld()
  for (const split of ['validation', 'test', 'ood'] as const) {
    const rows = rowsOf(world, split)
    const environment = createEnvironment(world, rows, 1)
    rows.forEach((row, prompt) => {
      for (const arm of [0, 1, 2, 0]) {
        expect(environment.reveal(prompt, arm)).toEqual(fixedOutcome(world, row, arm))
      }
    })
  }
})

test('training pulls of a simulated world draw afresh, around the expected outcome', () => {
  const world = tinySimulatedWorld()
  const rows = rowsOf(world, 'train')
  const environment = createEnvironment(world, rows, 1)
  for (const arm of [0, 1, 2]) {
    const pulls = Array.from({ length: 6000 }, () => environment.reveal(1, arm))
    const expected = expectedOutcome(world, rows[1], arm)
    expect(new Set(pulls.map(pull => pull.costUsd)).size).toBeGreaterThan(1000)
    expect(new Set(pulls.map(pull => pull.quality))).toEqual(new Set([0, 0.8]))
    expectAllClose([mean(pulls.map(pull => pull.quality))], [expected.quality], { atol: 0.025 })
    expectAllClose([mean(pulls.map(pull => pull.costUsd))], [expected.costUsd], { rtol: 0.02, atol: 0 })
  }
})

test('the same seed gives the same outcomes, another seed others', () => {
  const world = tinySimulatedWorld()
  const pulls = (seed: number) => {
    const environment = createEnvironment(world, rowsOf(world, 'train'), seed)
    return Array.from({ length: 40 }, (_, i) => environment.reveal(i % 2, i % 3))
  }
  expect(pulls(5)).toEqual(pulls(5))
  expect(pulls(5)).not.toEqual(pulls(6))
})

test('outcomes go on from a saved position as if never interrupted', () => {
  const world = tinySimulatedWorld()
  const create = () => createEnvironment(world, rowsOf(world, 'train'), 5)
  const pulls = (environment: BanditEnvironment) =>
    Array.from({ length: 20 }, (_, i) => environment.reveal(i % 2, i % 3))
  const first = create()
  pulls(first)
  const position = first.position()
  const expected = pulls(first)
  const second = create()
  second.resume(position)
  expect(pulls(second)).toEqual(expected)
  expect(pulls(create())).not.toEqual(expected)
})

test('a prompt is known by its place in the environment, and its embedding is that of its row', () => {
  const world = tinyWorld()
  const rows = Uint32Array.from([7, 3])
  const environment = createEnvironment(world, rows, 1)
  expect(environment.embedding(1)).toEqual(world.embeddings.slice(3 * 384, 4 * 384))
})

test.each([
  [0, 3],
  [0, -1],
  [0, 0.5],
  [0, Number.NaN],
  [2, 0],
  [-1, 0],
  [0.5, 0],
  [Number.NaN, 0],
])('prompt %d with arm %d does not exist', (prompt, arm) => {
  const environment = createEnvironment(tinyWorld(), Uint32Array.from([7, 3]), 1)
  expect(() => environment.reveal(prompt, arm)).toThrow(RangeError)
})
