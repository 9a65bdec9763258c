import { expect, test } from 'vitest'
import { mean } from '../../../src/core/math/statistics.ts'
import { cosine } from '../../../src/core/math/vectors.ts'
import { expectedOutcome } from '../../../src/core/world/expectation.ts'
import { restrictWorld } from '../../../src/core/world/measured.ts'
import { estimateOutcomes, NEIGHBOURS } from '../../../src/core/world/neighbours.ts'
import { embeddingOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld, unitVectors } from '../../fixtures/worlds.ts'

test('an estimate is the mean over the twenty nearest prompts, by brute force', () => {
  const world = tinyWorld()
  const embedding = unitVectors(1, 77)
  const similarity = Array.from({ length: world.size }, (_, row) =>
    cosine(embedding, embeddingOf(world, row)),
  )
  const nearest = similarity
    .map((s, row) => ({ s, row }))
    .sort((a, b) => b.s - a.s)
    .slice(0, NEIGHBOURS)
  const estimate = estimateOutcomes(world, embedding)
  expect(estimate.n).toBe(20)
  expectAllClose([estimate.nearest, estimate.farthest], [nearest[0].s, nearest[19].s])
  for (const arm of [0, 1, 2]) {
    const outcomes = nearest.map(({ row }) => expectedOutcome(world, row, arm))
    expectAllClose(
      [estimate.outcomes[arm].quality, estimate.outcomes[arm].costUsd],
      [mean(outcomes.map(o => o.quality)), mean(outcomes.map(o => o.costUsd))],
    )
  }
})

test('a prompt of the world is its own nearest', () => {
  const world = tinyWorld()
  expectAllClose([estimateOutcomes(world, embeddingOf(world, 9)).nearest], [1])
})

test('a small world is averaged whole, by expected outcomes', () => {
  const world = tinySimulatedWorld()
  const { n, outcomes } = estimateOutcomes(world, embeddingOf(world, 0))
  expect(n).toBe(8)
  const expected = Array.from({ length: 8 }, (_, row) => expectedOutcome(world, row, 2).quality)
  expectAllClose([outcomes[2].quality], [mean(expected)])
})

test('a world of one prompt gives that prompt’s outcomes', () => {
  const world = restrictWorld(tinyWorld(), [4], {})
  const { n, outcomes, nearest, farthest } = estimateOutcomes(world, unitVectors(1, 77))
  expect([n, nearest]).toEqual([1, farthest])
  expect(outcomes).toEqual([0, 1, 2].map(arm => expectedOutcome(world, 0, arm)))
})
