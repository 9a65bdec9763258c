import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_RUN, differences } from '../../../src/core/view/differences.ts'
import { trainingSettings } from '../../fixtures/settings.ts'

test('by default nothing differs', () => {
  expect(differences(DEFAULT_RUN)).toEqual([])
})

test('a list that is the same, though another object, does not differ', () => {
  expect(differences({ ...DEFAULT_RUN, skippedFamilies: [] })).toEqual([])
})

test('seed and start differ as settings do', () => {
  expect(differences({ ...DEFAULT_RUN, entropyWeight: 0.2, seed: 7, start: 'shipped' })).toEqual([
    'entropyWeight',
    'seed',
    'start',
  ])
})

test('settings of any kind differ until each that differs is set back', () => {
  fc.assert(
    fc.property(trainingSettings, settings => {
      const run = { ...DEFAULT_RUN, ...settings }
      const back: Record<string, unknown> = { ...run }
      const byName: Readonly<Record<string, unknown>> = { ...DEFAULT_RUN }
      for (const name of differences(run)) {
        expect(run[name]).not.toEqual(byName[name])
        back[name] = byName[name]
      }
      expect(back).toEqual(DEFAULT_RUN)
    }),
  )
})
