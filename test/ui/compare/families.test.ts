import { expect, test } from 'vitest'
import { evaluateFamilies } from '../../../src/core/evaluation/families.ts'
import { policyRouter, referenceRouters } from '../../../src/core/evaluation/routers.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { constantPicks, familyFigures } from '../../../src/ui/compare/families.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const routers = [...referenceRouters(world), policyRouter(world, boldPolicy(defaultShape(3), 5, 4))]
const rows = [...evaluateFamilies(world, 'test', routers), ...evaluateFamilies(world, 'ood', routers)]

test('one line a family of the split, in the world’s order, with its prompts', () => {
  expect(familyFigures(rows, rows, 'test', world).map(({ family }) => family)).toEqual(['sums', 'verse'])
  expect(familyFigures(rows, rows, 'ood', world)).toMatchObject([{ family: 'law', name: 'Law', n: 6 }])
})

test('the best LLM is the one of highest reward on that family, and the oracle is never below it', () => {
  for (const { family, best, bestName, oracle, policy } of familyFigures(rows, rows, 'test', world)) {
    const singles = rows.filter(
      row => row.family === family && row.split === 'test' && row.router.startsWith('llm:'),
    )
    expect(best).toBe(Math.max(...singles.map(({ reward }) => reward)))
    expect(world.llms.map(({ name }) => name)).toContain(bestName)
    expect(oracle).toBeGreaterThanOrEqual(Math.max(best, policy.reward))
  }
})

test('families are left out before the policy is evaluated on them', () => {
  expect(familyFigures(rows, [], 'test', world)).toEqual([])
})

test('the policy’s figures are those of the policy that was handed in, wherever the others come from', () => {
  const other = policyRouter(world, boldPolicy(defaultShape(3), 8, 4))
  const evaluated = evaluateFamilies(world, 'test', [other])
  const figures = familyFigures(rows, evaluated, 'test', world)
  expect(figures.map(({ policy }) => policy)).toEqual(evaluated)
  expect(figures.map(({ best }) => best)).toEqual(
    familyFigures(rows, rows, 'test', world).map(({ best }) => best),
  )
})

test('a policy that always picks one LLM of a family says so, and by how much another would be better', () => {
  const small = world.llms[0]
  const always = rows
    .filter(({ router }) => router === `llm:${small.id}`)
    .map(row => ({ ...row, router: 'policy' }))
  const [sums] = familyFigures(rows, always, 'test', world)
  expect(sums.only).toBe(small.name)
  const far = { ...sums, name: 'Sums', bestName: 'Large', best: sums.policy.reward + 0.05 }
  expect(constantPicks([far])).toEqual([
    `On Sums the pick never changes over the dial: it is always ${small.name}, though Large would earn .050 more reward, which it has not learnt.`,
  ])
  expect(constantPicks([{ ...far, best: sums.policy.reward + 0.004 }])[0]).toContain(
    'a near tie: Large would earn .004 more reward',
  )
  expect(constantPicks([{ ...far, bestName: small.name }])[0]).toContain('which is the best single LLM there')
})

test('a policy that reads the prompt or the dial has no only pick', () => {
  expect(familyFigures(rows, rows, 'test', world).map(({ only }) => only)).toEqual([null, null])
  expect(constantPicks(familyFigures(rows, rows, 'test', world))).toEqual([])
})
