/** The shipped simulated world: its size, its splits and its texts. */
import { expect, test } from 'vitest'
import { readWorld } from '../../../../src/cli/support/worldFiles.ts'
import { mean, quantile } from '../../../../src/core/math/statistics.ts'
import { dot } from '../../../../src/core/math/vectors.ts'
import { expectedOutcome } from '../../../../src/core/world/expectation.ts'
import { findPrompt, rowsOf, SPLITS } from '../../../../src/core/world/world.ts'
import { expectAllClose } from '../../../close.ts'

const world = readWorld('routerbench-11')
const k = world.llms.length

test('the world has at least 2,400 prompts in nine families', () => {
  expect(world.size).toBeGreaterThanOrEqual(2400)
  expect(world.families).toHaveLength(9)
  expect(new Set(world.family).size).toBe(9)
})

test('at least 900 texts are shown, each under the name of a prompt', () => {
  const names = Object.keys(world.texts)
  expect(names.length).toBeGreaterThanOrEqual(900)
  expect(names.filter(name => findPrompt(world, name) < 0)).toEqual([])
})

test('families out of distribution are in ood whole, and nothing else is', () => {
  const ood = SPLITS.indexOf('ood')
  for (let row = 0; row < world.size; row++) {
    expect(world.split[row] === ood).toBe(world.families[world.family[row]].outOfDistribution)
  }
  expect(world.families.filter(f => f.outOfDistribution)).toHaveLength(3)
})

test('the prompts trained on, validated on and tested on stand near .7, .1 and .2', () => {
  const sizes = (['train', 'validation', 'test'] as const).map(split => rowsOf(world, split).length)
  const total = sizes.reduce((a, b) => a + b, 0)
  expectAllClose(
    sizes.map(n => n / total),
    [0.7, 0.1, 0.2],
    { atol: 0.03 },
  )
})

test('no two prompts of different splits are nearly the same', () => {
  const ood = SPLITS.indexOf('ood')
  const rows = Array.from({ length: world.size }, (_, row) => row).filter(row => world.split[row] !== ood)
  const leaks: string[] = []
  for (const a of rows) {
    for (const b of rows) {
      if (b >= a || world.split[a] === world.split[b]) continue
      const cosine = dot(world.embeddings, world.embeddings, 384, a * 384, b * 384)
      if (cosine > 0.95) leaks.push(`${b} and ${a}: ${cosine}`)
    }
  }
  expect(leaks).toEqual([])
})

test('the LLMs stand in the order of their expected training cost', () => {
  const train = Array.from(rowsOf(world, 'train'))
  const costs = world.llms.map((_, arm) => mean(train.map(row => expectedOutcome(world, row, arm).costUsd)))
  expect(costs).toEqual([...costs].sort((a, b) => a - b))
})

test('tau is the 95th percentile of the training costs', () => {
  const costs = Array.from(rowsOf(world, 'train')).flatMap(row => [
    ...world.costUsd.subarray(row * k, row * k + k),
  ])
  expectAllClose([world.tauUsd], [quantile(costs, 0.95)], { rtol: 1e-6, atol: 0 })
})

test('every fixed score is the family’s mark or nothing', () => {
  const marks = world.simulation?.mark ?? []
  const odd = world.score.filter((score, cell) => {
    const mark = marks[world.family[Math.floor(cell / k)]]
    return score !== 0 && Math.abs(score - mark) > 1e-4
  })
  expect(odd).toHaveLength(0)
})
