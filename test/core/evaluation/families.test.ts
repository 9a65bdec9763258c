import { expect, test } from 'vitest'
import { PREFERENCE_GRID } from '../../../src/core/bandit/preference.ts'
import { evaluateFamilies } from '../../../src/core/evaluation/families.ts'
import { loggedReward, oracleRouter, referenceRouters } from '../../../src/core/evaluation/routers.ts'
import { evaluate } from '../../../src/core/evaluation/sweep.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { rowsOf } from '../../../src/core/world/world.ts'
import { expectAllClose } from '../../close.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const routers = referenceRouters(world)
const rows = evaluateFamilies(world, 'test', routers)

test('every router has a row for each family with prompts in the split, and no other', () => {
  const families = ['sums', 'verse']
  expect(rows.map(row => [row.family, row.router])).toEqual(
    families.flatMap(family => routers.map(router => [family, router.name])),
  )
  expect(new Set(evaluateFamilies(world, 'ood', routers).map(row => row.family))).toEqual(new Set(['law']))
})

test('a family’s row is the mean over its own prompts and the dial', () => {
  const own = Array.from(rowsOf(world, 'test')).filter(
    row => world.families[world.family[row]].id === 'verse',
  )
  const oracle = oracleRouter(world)
  const rewards = PREFERENCE_GRID.flatMap(w =>
    own.map(row => loggedReward(world, row, oracle.choose(row, w) ?? -1, w)),
  )
  const row = rows.find(({ family, router }) => family === 'verse' && router === 'oracle')
  expect(row?.n).toBe(own.length)
  expectAllClose([row?.reward ?? Number.NaN, row?.regret ?? Number.NaN], [mean(rewards), 0], { atol: 1e-9 })
})

test('families weighted by their prompts give the split’s own figures', () => {
  const whole = evaluate(world, 'test', routers)
  for (const { name } of routers) {
    const own = rows.filter(row => row.router === name)
    const n = own.reduce((sum, row) => sum + row.n, 0)
    const weighted = (value: (row: (typeof own)[number]) => number) =>
      own.reduce((sum, row) => sum + value(row) * row.n, 0) / n
    const steps = whole.rows.filter(row => row.router === name)
    expectAllClose(
      [
        weighted(row => row.reward),
        weighted(row => row.quality),
        weighted(row => row.costUsd),
        weighted(row => row.regret),
      ],
      [
        mean(steps.map(row => row.reward)),
        mean(steps.map(row => row.quality)),
        mean(steps.map(row => row.costUsd)),
        mean(steps.map(row => row.regret)),
      ],
      { atol: 1e-9 },
    )
  }
})
