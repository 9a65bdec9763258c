/** The shipped simulated world against the published figures it stands for. */
import { expect, test } from 'vitest'
import { readWorld } from '../../../../src/cli/support/worldFiles.ts'
import { correlation, mean } from '../../../../src/core/math/statistics.ts'
import published from '../../../../src/core/world/routerbench/published.json'
import { ROUTERBENCH_FAMILIES } from '../../../../src/core/world/routerbench/roster.ts'
import { expectAllClose } from '../../../close.ts'

const world = readWorld('routerbench-11')
const k = world.llms.length
const TASKS = Object.entries({ ...published.fewShot, ...published.zeroShotSample })

/** Family id of each task, and its published figures with the LLMs in the world's order. */
const CASES = TASKS.map(([task, figures]) => {
  const family = ROUTERBENCH_FAMILIES.find(f => 'task' in f.scores && f.scores.task === task)?.id ?? ''
  const inWorldOrder = (values: readonly number[]) =>
    world.llms.map(llm => values[published.models.indexOf(llm.id)])
  return {
    family,
    ...figures,
    meanScore: inWorldOrder(figures.meanScore),
    meanCostUsd: inWorldOrder(figures.meanCostUsd),
  }
})

function rowsOfFamily(id: string): number[] {
  const family = world.families.findIndex(f => f.id === id)
  return Array.from(world.family.keys()).filter(row => world.family[row] === family)
}

function columns(rows: readonly number[], table: Float32Array): number[][] {
  return world.llms.map((_, arm) => rows.map(row => table[row * k + arm]))
}

test('every published task has a family, and every published LLM is in the world', () => {
  expect(CASES.map(c => c.family)).not.toContain('')
  expect(world.llms.map(llm => llm.id).sort()).toEqual([...published.models].sort())
})

test.each(CASES)('$family: every LLM scores within .03 of its published mean', ({ family, meanScore }) => {
  expectAllClose(columns(rowsOfFamily(family), world.score).map(mean), meanScore, { atol: 0.03 })
})

test.each(CASES)('$family: every LLM costs within 15 % of its published mean', ({ family, meanCostUsd }) => {
  expectAllClose(columns(rowsOfFamily(family), world.costUsd).map(mean), meanCostUsd, {
    rtol: 0.15,
    atol: 0,
  })
})

test.each(CASES)('$family: the oracle scores within .04 of the published one', ({ family, oracleScore }) => {
  const best = rowsOfFamily(family).map(row => Math.max(...world.score.subarray(row * k, row * k + k)))
  expectAllClose([mean(best)], [oracleScore], { atol: 0.04 })
})

test.each(CASES)(
  '$family: the LLMs correlate within .1 of the published mean',
  ({ family, meanPairCorrelation }) => {
    const scores = columns(rowsOfFamily(family), world.score)
    const pairs = scores.flatMap((a, i) => scores.slice(0, i).map(b => correlation(a, b)))
    expectAllClose([mean(pairs)], [meanPairCorrelation], { atol: 0.1 })
  },
)
