import { expect, test } from 'vitest'
import {
  type Familiarity,
  LEAST_HELD_OUT,
  measureFamiliarity,
  nearnessOf,
  UNLIKE_SHARE,
} from '../../../src/core/world/familiarity.ts'
import { embeddingOf, SPLITS, type Split, type World } from '../../../src/core/world/world.ts'
import { tinySimulatedWorld, unitVectors } from '../../fixtures/worlds.ts'

const HELD_OUT = 100

/** 120 training prompts, half as many validation as test prompts, and some of a family kept out. */
function worldOf(heldOut = HELD_OUT): World {
  const counts: readonly (readonly [Split, number])[] = [
    ['train', 120],
    ['validation', heldOut / 4],
    ['test', (3 * heldOut) / 4],
    ['ood', 10],
  ]
  const split = Uint8Array.from(
    counts.flatMap(([name, n]) => Array.from({ length: n }, () => SPLITS.indexOf(name))),
  )
  const size = split.length
  return { ...tinySimulatedWorld(), size, split, embeddings: unitVectors(size, 8) }
}

function measured(world: World): { familiarity: Familiarity | null; pauses: number } {
  const slices = measureFamiliarity(world)
  for (let pauses = 0; ; pauses++) {
    const slice = slices.next()
    if (slice.done) return { familiarity: slice.value, pauses }
  }
}

function familiarityOf(world: World): Familiarity {
  const { familiarity } = measured(world)
  if (!familiarity) throw new Error('Too small a world.')
  return familiarity
}

test('of the held-out prompts themselves the stated share is flagged', () => {
  const world = worldOf()
  const familiarity = familiarityOf(world)
  const flagged = Array.from({ length: HELD_OUT }, (_, i) =>
    nearnessOf(familiarity, embeddingOf(world, 120 + i)),
  ).filter(({ unlike }) => unlike)
  expect(flagged).toHaveLength(UNLIKE_SHARE * HELD_OUT)
  for (const { share } of flagged) expect(share).toBeLessThanOrEqual(UNLIKE_SHARE)
})

test('a prompt that was trained on is familiar, and its opposite is not', () => {
  const world = worldOf()
  const familiarity = familiarityOf(world)
  const known = embeddingOf(world, 0)
  const near = nearnessOf(familiarity, known)
  expect(near).toMatchObject({ unlike: false, share: 1, heldOut: HELD_OUT })
  const far = nearnessOf(
    { ...familiarity, training: familiarity.training.map(Math.abs) },
    known.map(x => -Math.abs(x)),
  )
  expect(far).toMatchObject({ unlike: true, share: 0 })
})

test('only training prompts count as near: one like a prompt that was held out, or of a family kept out, is no nearer', () => {
  const world = worldOf()
  const familiarity = familiarityOf(world)
  const rows = Array.from(world.split.keys()).filter(row => SPLITS[world.split[row]] !== 'train')
  const nearest = Math.max(...rows.map(row => nearnessOf(familiarity, embeddingOf(world, row)).cosine))
  // Were it its own neighbour, the mean of five would be above a fifth.
  expect(nearest).toBeLessThan(0.2)
})

test('measuring pauses after every few prompts', () => {
  expect(measured(worldOf()).pauses).toBeGreaterThanOrEqual(HELD_OUT / 8)
})

test('a world of few held-out prompts says nothing of what is usual', () => {
  expect(measured(worldOf(LEAST_HELD_OUT - 6)).familiarity).toBeNull()
  expect(measured(tinySimulatedWorld()).familiarity).toBeNull()
})
