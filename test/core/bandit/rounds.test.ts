import { expect, test } from 'vitest'
import { createRounds } from '../../../src/core/bandit/rounds.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectAllClose } from '../../close.ts'

const UNIFORM = { preferences: 'uniform', fixedCost: 0.3 } as const

test('the same seed gives the same rounds, another seed others', () => {
  const draw = (seed: number) => createRounds(50, UNIFORM, seed).next(20)
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('the rounds do not depend on how they are cut into batches', () => {
  const [whole, cut] = [createRounds(50, UNIFORM, 1), createRounds(50, UNIFORM, 1)]
  const all = whole.next(12)
  const parts = [cut.next(5), cut.next(7)]
  expect(parts.flatMap(({ prompts }) => [...prompts])).toEqual([...all.prompts])
  expect(parts.flatMap(({ preferences }) => preferences)).toEqual(all.preferences)
})

test('every prompt comes up, evenly', () => {
  const { prompts } = createRounds(7, UNIFORM, 1).next(14_000)
  const counts = Array.from({ length: 7 }, (_, prompt) => prompts.filter(p => p === prompt).length)
  expectAllClose(counts, new Array(7).fill(2000), { rtol: 0.08, atol: 0 })
})

test('preferences are uniform, one fixed place or one of the corners', () => {
  const costs = (preferences: 'uniform' | 'fixed' | 'corners') =>
    createRounds(50, { preferences, fixedCost: 0.3 }, 1)
      .next(4000)
      .preferences.map(w => w.cost)
  expect(new Set(costs('fixed'))).toEqual(new Set([0.3]))
  expect(new Set(costs('corners'))).toEqual(new Set([0, 1]))
  expectAllClose([mean(costs('corners')), mean(costs('uniform'))], [0.5, 0.5], { atol: 0.03 })
  expect(new Set(costs('uniform')).size).toBe(4000)
})

test('how preferences are drawn does not shift the prompts', () => {
  const prompts = (preferences: 'uniform' | 'fixed' | 'corners') =>
    createRounds(50, { preferences, fixedCost: 0.3 }, 1).next(30).prompts
  expect(prompts('fixed')).toEqual(prompts('uniform'))
  expect(prompts('corners')).toEqual(prompts('uniform'))
})

test('rounds go on from a saved state as if never interrupted', () => {
  const first = createRounds(50, UNIFORM, 1)
  first.next(9)
  const saved = structuredClone(first.state())
  const expected = first.next(9)
  const second = createRounds(50, UNIFORM, 99)
  second.restore(saved)
  expect(second.next(9)).toEqual(expected)
})
