import { expect, test } from 'vitest'
import { aiq } from '../../../src/core/evaluation/frontier.ts'
import { policyRouter, referenceRouters } from '../../../src/core/evaluation/routers.ts'
import type { StudyEntry } from '../../../src/core/evaluation/study.ts'
import { evaluate, meanRewardOverDial } from '../../../src/core/evaluation/sweep.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import type { Split } from '../../../src/core/world/world.ts'
import { contenders, costRange, type Evaluated, find, pointAt } from '../../../src/ui/compare/contenders.ts'
import { expectAllClose } from '../../close.ts'
import { boldPolicy } from '../../fixtures/policies.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const routers = [...referenceRouters(world), policyRouter(world, boldPolicy(defaultShape(3), 5, 4))]
const references = [evaluate(world, 'test', routers), evaluate(world, 'ood', routers)]
const entry: StudyEntry = {
  id: 'no-entropy',
  label: 'no entropy',
  learner: 'policy',
  settings: DEFAULT_TRAINING,
}
const told: StudyEntry = { id: 'mlp', label: 'MLP, full info', learner: 'mlp', settings: DEFAULT_TRAINING }

/** A study whose entries do as the policy did, with some spread. */
const result = {
  rows: references
    .flatMap(({ rows }) => rows)
    .filter(row => row.router === 'policy')
    .flatMap(row =>
      [entry, told].map(({ id }) => ({ ...row, router: id, sd: 0.01, qualitySd: 0.02, seeds: 3 })),
    ),
  aiq: [
    {
      world: 'tiny',
      split: 'test',
      router: 'no-entropy',
      aiq: 0.5,
      sd: 0.03,
      reward: 0.2,
      rewardSd: 0.04,
      seeds: 3,
    },
  ] as const,
  fits: [],
}
const evaluated: Evaluated = {
  llms: world.llms,
  references,
  studies: [{ name: 'compare', entries: [entry, told], result }],
  own: null,
}
const list = contenders(evaluated, 'test')

test('everything evaluated on the split is listed once, best mean reward first', () => {
  expect(list).toHaveLength(routers.length + 2)
  expect(new Set(list.map(({ key }) => key)).size).toBe(list.length)
  const rewards = list.map(({ reward }) => reward)
  expect(rewards.toSorted((a, b) => b - a)).toEqual(rewards)
  expect(list[0].router).toBe('oracle')
})

test('rewards and AIQ are those of the evaluation', () => {
  for (const { router, reward, aiq: area } of list.filter(({ seeds }) => seeds === null)) {
    expectAllClose([reward], [meanRewardOverDial(references[0], router)])
    expect(area).toBe(references[0].aiq.find(row => row.router === router)?.aiq)
  }
})

test('single LLMs carry their arm, and nothing else does', () => {
  const arms = list.flatMap(({ kind, arm }) => (kind === 'llm' ? [arm] : []))
  expect(arms.toSorted()).toEqual([0, 1, 2])
  expect(list.filter(({ kind, arm }) => kind !== 'llm' && arm !== null)).toEqual([])
})

test('a study’s entries carry seeds and spread, and say whether they were told everything', () => {
  expect(list.find(({ router }) => router === 'no-entropy')).toMatchObject({
    kind: 'bandit',
    label: 'no entropy',
    seeds: 3,
    rewardSd: 0.04,
    aiq: 0.5,
    aiqSd: 0.03,
  })
  expect(list.find(({ router }) => router === 'mlp')).toMatchObject({ kind: 'full-information', aiq: null })
})

test('the other split has its own figures', () => {
  const ood = contenders(evaluated, 'ood')
  const oracle = find(ood, 'oracle')
  expectAllClose([oracle?.reward ?? 0], [meanRewardOverDial(references[1], 'oracle')])
  expect(oracle?.n).toBe(6)
})

const trained = [policyRouter(world, boldPolicy(defaultShape(3), 8, 4))]
const evaluations = [evaluate(world, 'test', trained), evaluate(world, 'ood', trained)]

test.each(['test', 'ood'] as const)(
  'a policy of the person’s own takes the shipped one’s place, with its own figures, split %s',
  split => {
    const own = { kind: 'evaluated', label: 'opened policy', evaluations } as const
    const withOwn = contenders({ ...evaluated, own }, split)
    expect(withOwn).toHaveLength(contenders(evaluated, split).length + 1)
    expect(find(withOwn, 'policy')?.kind).toBe('bandit')
    const [evaluation] = evaluations.filter(({ rows }) => rows[0].split === split)
    expect(find(withOwn, 'own')).toMatchObject({
      kind: 'policy',
      label: 'opened policy',
      n: evaluation.rows[0].n,
      aiq: evaluation.aiq[0].aiq,
      sweep: evaluation.rows.map(({ wc, quality, regret }) => ({ wc, quality, regret })),
    })
    expectAllClose([find(withOwn, 'own')?.reward ?? 0], [meanRewardOverDial(evaluation, 'policy')])
  },
)

test('a policy in training is evaluated like the others on the test prompts that it has been tried on', () => {
  const own = references[0].rows.filter(row => row.router === 'policy')
  const points = own.map(({ wc, quality, costUsd, reward }) => ({ wc, quality, costUsd, reward }))
  const listed = (n: number, split: Split) =>
    contenders({ ...evaluated, own: { kind: 'training', sweep: { n, points } } }, split)
  const all = listed(own[0].n, 'test')
  const run = find(all, 'own')
  expect(run).toMatchObject({ kind: 'policy', n: own[0].n })
  const range = costRange(all)
  expectAllClose([run?.aiq ?? 0], [range ? aiq(points, range) : Number.NaN])
  expectAllClose(
    run?.sweep.map(({ regret }) => regret ?? Number.NaN) ?? [],
    own.map(({ regret }) => regret),
  )
  expect(find(listed(own[0].n, 'ood'), 'own')).toBeNull()
  // On fewer prompts than the oracle was evaluated on, the difference would be one of prompts.
  const few = find(listed(2, 'test'), 'own')
  expect(few).toMatchObject({ n: 2, reward: run?.reward })
  expect(few?.sweep.every(({ regret }) => regret === null)).toBe(true)
})

test('before anything is evaluated there is nothing to list', () => {
  expect(contenders({ llms: world.llms, references: [], studies: [], own: null }, 'test')).toEqual([])
  expect(costRange([])).toBeNull()
})

test('the point at a place on the dial is the nearest that was evaluated', () => {
  expect(pointAt(list[0], 0.34).wc).toBeCloseTo(0.3)
  expect(pointAt(list[0], 1).wc).toBe(1)
})
