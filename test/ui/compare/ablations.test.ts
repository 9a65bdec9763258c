import { expect, test } from 'vitest'
import { DEFAULT_TRAINING, TRAINING_TABLE } from '../../../src/core/experiment/training.ts'
import { read } from '../../../src/schema/read.ts'
import { Settings } from '../../../src/schema/settings.ts'
import { ABLATIONS, ablationPlan } from '../../../src/ui/compare/ablations.ts'

const SIZE = { seeds: 3, steps: 500, firstSeed: 7 }
const every = ABLATIONS.map(({ id }) => id)

test('each ablation changes what it names and nothing else', () => {
  const settings = { ...DEFAULT_TRAINING, learningRate: 3e-4, tauScale: 2 }
  const { entries } = ablationPlan(every, settings, SIZE)
  const changes = entries.map(({ id, settings: own }) => [
    id,
    Object.entries(own).filter(([name, value]) => name !== 'steps' && value !== Reflect.get(settings, name)),
  ])
  expect(Object.fromEntries(changes)).toEqual({
    'as-set': [],
    'no-entropy': [['entropyWeight', 0]],
    'linear-head': [['head', 'linear']],
    'bilinear-head': [['head', 'bilinear']],
    'no-preference-encoder': [['preferenceEncoder', 'none']],
    'fixed-w': [['preferences', 'fixed']],
    'tau-tenth': [['tauScale', 0.2]],
    'tau-tenfold': [['tauScale', 20]],
    mlp: [],
  })
})

test('every entry’s settings stay within the settings table, whatever tau was set', () => {
  for (const tauScale of [TRAINING_TABLE.tauScale.min, 1, TRAINING_TABLE.tauScale.max]) {
    for (const { settings } of ablationPlan(every, { ...DEFAULT_TRAINING, tauScale }, SIZE).entries) {
      expect(read(Settings, settings).value).toEqual(settings)
    }
  }
})

test('only what is chosen is trained, on consecutive seeds, evaluated in and out of distribution', () => {
  const plan = ablationPlan(['no-entropy', 'mlp'], DEFAULT_TRAINING, SIZE)
  expect(plan.entries.map(({ id, learner }) => [id, learner])).toEqual([
    ['no-entropy', 'policy'],
    ['mlp', 'mlp'],
  ])
  expect(plan.seeds).toEqual([7, 8, 9])
  expect(plan.splits).toEqual(['test', 'ood'])
  expect(plan.entries.every(({ settings }) => settings.steps === 500)).toBe(true)
})
