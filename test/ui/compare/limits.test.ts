import { expect, test } from 'vitest'
import type { TrainingPoint } from '../../../src/core/evaluation/curve.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import type { Contender, Kind } from '../../../src/ui/compare/contenders.ts'
import { fitSentence, fitsOf, limits, trainingGap } from '../../../src/ui/compare/limits.ts'
import { expectAllClose } from '../../close.ts'

function contender(router: string, kind: Kind, reward: number, label = router): Contender {
  const sweep = [{ wc: 0, costUsd: 0.001, quality: 0.5, reward, regret: 0, qualitySd: null }]
  return {
    key: router,
    router,
    label,
    kind,
    arm: null,
    sweep,
    reward,
    rewardSd: null,
    aiq: null,
    aiqSd: null,
    seeds: null,
    n: 10,
  }
}

const list = (policy: number, told: readonly Contender[] = []) => [
  contender('oracle', 'bound', 0.5),
  contender('fixed-per-w', 'bound', 0.3),
  contender('policy', 'policy', policy),
  ...told,
]
const knn = contender('knn', 'full-information', 0.36, 'kNN, full info')
const mlp = contender('mlp', 'full-information', 0.4, 'MLP, full info')

test('the ceiling is what kNN and MLP reach, and the policy’s share of the better', () => {
  const [ceiling] = limits(list(0.38, [knn, mlp]), 2431)
  expect(ceiling).toMatch(/^Told every LLM’s outcome on 2,431 training prompts/)
  expect(ceiling).toContain('MLP has .400 and kNN has .360')
  expect(ceiling).toContain('.380, 95 % of the better')
})

test('the way to the oracle is told for the policy and for both references', () => {
  const [, way] = limits(list(0.38, [knn, mlp]), 2431)
  expect(way).toContain('(.300)')
  expect(way).toContain('(.500)')
  expect(way).toMatch(/policy covers 40 %, MLP 50 % and kNN 30 %/)
})

test('where nothing gains on the best LLM at each w, it says that the prompt adds little', () => {
  expect(limits(list(0.301, [contender('knn', 'full-information', 0.303)]), 100).at(-1)).toMatch(/add little/)
})

test('a policy below the best LLM at each w is told so, although more can be had', () => {
  expect(limits(list(0.28, [mlp]), 100).at(-1)).toMatch(/not learned to use the prompt/)
})

test('a router below the best LLM at each w covers none of the way', () => {
  expect(limits(list(0.28, [mlp]), 100)[1]).toMatch(/policy covers none of it and MLP 50 %/)
})

test('nothing is said before policy, oracle and best LLM are evaluated', () => {
  expect(limits([contender('policy', 'policy', 0.4)], 100)).toEqual([])
})

const point = (step: number, reward: number, validation: number | null): TrainingPoint => ({
  step,
  reward,
  quality: 0.5,
  costUsd: 0,
  entropy: 1,
  gradientNorm: 0,
  regret: 0,
  shares: [1],
  validation,
})

test('train and validation stand side by side, and a fall from the best counts as learning by heart', () => {
  const points = [point(1, 0.2, null), point(2, 0.3, 0.31), point(3, 0.4, 0.34), point(4, 0.5, 0.33)]
  expect(trainingGap(points)).toEqual({
    train: 0.5,
    validation: 0.33,
    bestValidation: 0.34,
    bestStep: 3,
    overfits: true,
  })
  expect(trainingGap(points.slice(0, 3))?.overfits).toBe(false)
})

test('there is no gap to tell before the first look at validation prompts', () => {
  expect(trainingGap([])).toBeNull()
  expect(trainingGap([point(1, 0.2, null)])).toBeNull()
})

const entries = ['as-set', 'no-entropy', 'mlp'].map(id => ({
  ...({ id, label: id, learner: 'policy', settings: DEFAULT_TRAINING } as const),
}))
const fitOf = (entry: string, seed: number, training: number, validation: number, steps = 10) => ({
  entry,
  seed,
  step: 8,
  steps,
  training,
  validation,
})

test('training and validation of a study are means over its seeds, in the order of its entries', () => {
  const fits = [
    fitOf('no-entropy', 1, 0.4, 0.3),
    fitOf('as-set', 1, 0.3, 0.28),
    fitOf('as-set', 2, 0.32, 0.3),
    fitOf('mlp', 1, 0, 0, 0),
  ]
  expect(fitsOf(entries, fits).map(({ label }) => label)).toEqual(['as-set', 'no-entropy'])
  expectAllClose(
    fitsOf(entries, fits).flatMap(({ training, validation }) => [training, validation]),
    [0.31, 0.29, 0.4, 0.3],
  )
  expect(fitSentence(fitsOf(entries, fits))).toContain('no-entropy is .100 better on what it has seen')
})

test('where nothing is learnt by heart, that is what is said', () => {
  expect(fitSentence(fitsOf(entries, [fitOf('as-set', 1, 0.3, 0.29)]))).toMatch(/\.300 and \.290\. None/)
  expect(fitSentence([])).toBe('')
})

test('of many entries only the first and the one furthest apart are named', () => {
  const many = [0, 1, 2, 3].map(i => ({
    label: 'adcb'[i],
    training: 0.3 + 0.01 * ((3 * i) % 4),
    validation: 0.3,
  }))
  many.push({ label: 'best at both', training: 0.4, validation: 0.39 })
  const sentence = fitSentence(many)
  expect(sentence).toContain('a .300 and .300; d .330 and .300.')
  expect(sentence).not.toMatch(/\b[bc] \./)
})
