import { expect, test } from 'vitest'
import { trainingRows, withoutFamilies } from '../../../src/core/world/trainingRows.ts'
import { rowsOf, SPLITS } from '../../../src/core/world/world.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const familyOf = (row: number) => world.families[world.family[row]].id

test('with no family left out, the rows are those of the splits', () => {
  expect(withoutFamilies(world, [])).toBe(world)
  expect(trainingRows(world, { skippedFamilies: [] })).toEqual({
    training: rowsOf(world, 'train'),
    validation: rowsOf(world, 'validation'),
  })
})

test('no prompt of a family left out is trained on or validated with, and every other stays', () => {
  const { training, validation } = trainingRows(world, { skippedFamilies: ['verse'] })
  for (const [kept, split] of [[training, 'train'] as const, [validation, 'validation'] as const]) {
    expect([...kept]).toEqual([...rowsOf(world, split)].filter(row => familyOf(row) !== 'verse'))
    expect(kept.length).toBeLessThan(rowsOf(world, split).length)
    expect(kept.length).toBeGreaterThan(0)
  }
})

test('all prompts of a family left out are out of distribution, the rest of the world is as it was', () => {
  const seen = withoutFamilies(world, ['verse'])
  const rows = Array.from({ length: world.size }, (_, row) => row)
  const expected = rows.filter(row => ['verse', 'law'].includes(familyOf(row)))
  expect([...rowsOf(seen, 'ood')]).toEqual(expected)
  expect(SPLITS.reduce((sum, split) => sum + rowsOf(seen, split).length, 0)).toBe(world.size)
  expect(seen.families.map(family => family.outOfDistribution)).toEqual([false, true, true])
  expect(seen).toEqual({ ...world, split: seen.split, families: seen.families })
  expect(world.families[1].outOfDistribution).toBe(false)
})

test('an unknown family changes nothing', () => {
  expect(withoutFamilies(world, ['poems'])).toEqual(world)
})
