import { expect, test } from 'vitest'
import { mean, quantile } from '../../../src/core/math/statistics.ts'
import { createMeasuredWorld, restrictWorld } from '../../../src/core/world/measured.ts'
import { splitOfText } from '../../../src/core/world/split.ts'
import { findPrompt, promptName, rowsOf, SPLITS } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinyLog, tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

const log = tinyLog()
const world = tinyWorld()

test('the arms are sorted by mean training cost, and the tables with them', () => {
  expect(world.llms.map(llm => llm.name)).toEqual(['Small', 'Middle', 'Large'])
  const order = [1, 2, 0]
  log.rows.forEach((row, i) => {
    expectAllClose(
      world.score.subarray(i * 3, i * 3 + 3),
      order.map(arm => row.score[arm]),
    )
    expectAllClose(
      world.costUsd.subarray(i * 3, i * 3 + 3),
      order.map(arm => row.costUsd[arm]),
      { atol: 1e-9 },
    )
  })
})

test('the order goes by training rows alone', () => {
  const rows = log.rows.map((row, i) => (world.split[i] === 0 ? row : { ...row, costUsd: [0, 9, 9] }))
  const misleading = createMeasuredWorld({ ...log, rows })
  expect(misleading.llms.map(llm => llm.name)).toEqual(['Small', 'Middle', 'Large'])
  expect(misleading.tauUsd).toBe(world.tauUsd)
})

test('tau is the 95th percentile of all training costs', () => {
  const costs = log.rows.flatMap((row, i) => (world.split[i] === 0 ? row.costUsd : []))
  expectAllClose([world.tauUsd], [quantile(costs, 0.95)], { atol: 1e-12 })
})

test('families out of distribution go whole to ood, the rest by text', () => {
  log.rows.forEach((row, i) => {
    expect(SPLITS[world.split[i]]).toBe(row.family === 'law' ? 'ood' : splitOfText(row.text))
  })
  for (const split of SPLITS) expect(rowsOf(world, split).length).toBeGreaterThan(0)
})

test('prompts are numbered within their family, and found by that name', () => {
  const names = Array.from({ length: world.size }, (_, row) => promptName(world, row))
  expect(names.slice(0, 4)).toEqual(['sums/1', 'verse/1', 'sums/2', 'verse/2'])
  expect(new Set(names).size).toBe(world.size)
  names.forEach((name, row) => {
    expect(findPrompt(world, name)).toBe(row)
  })
  expect(findPrompt(world, 'sums/99')).toBe(-1)
})

test('a measured world carries no texts', () => {
  expect(world.texts).toEqual({})
  expect(JSON.stringify(world)).not.toContain('Prompt 3')
})

test.each([
  ['measured', tinyWorld()],
  ['simulated', tinySimulatedWorld()],
])('a %s world restricted to some rows keeps those rows in that order', (_, whole) => {
  const rows = [5, 0, 3]
  const part = restrictWorld(whole, rows, { 'sums/1': 'shown' })
  expect([part.size, part.texts, part.tauUsd]).toEqual([3, { 'sums/1': 'shown' }, whole.tauUsd])
  rows.forEach((row, i) => {
    expect(promptName(part, i)).toBe(promptName(whole, row))
    expect(part.split[i]).toBe(whole.split[row])
    expect(part.embeddings.slice(i * 384, i * 384 + 384)).toEqual(
      whole.embeddings.slice(row * 384, row * 384 + 384),
    )
    for (const [small, large] of [
      [part.score, whole.score],
      [part.costUsd, whole.costUsd],
      [part.simulation?.success, whole.simulation?.success],
    ]) {
      expect(small?.slice(i * 3, i * 3 + 3)).toEqual(large?.slice(row * 3, row * 3 + 3))
    }
    expect(part.simulation?.promptTokens[i]).toBe(whole.simulation?.promptTokens[row])
  })
})

test('the mean cost rises along the roster', () => {
  const train = Array.from(rowsOf(world, 'train'))
  const costs = [0, 1, 2].map(arm => mean(train.map(row => world.costUsd[row * 3 + arm])))
  expect(costs).toEqual([...costs].sort((a, b) => a - b))
})
