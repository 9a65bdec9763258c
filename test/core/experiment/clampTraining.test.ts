import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clampTraining } from '../../../src/core/experiment/clampTraining.ts'
import { DEFAULT_TRAINING, TRAINING_TABLE } from '../../../src/core/experiment/training.ts'
import { createWording } from '../../../src/ui/words/words.ts'

const { say } = createWording('en')

const FAMILIES = [
  { id: 'sums', name: 'Sums', outOfDistribution: false },
  { id: 'verse', name: 'Verse', outOfDistribution: false },
  { id: 'law', name: 'Law', outOfDistribution: true },
]
const clamp = (given: Parameters<typeof clampTraining>[0]) => clampTraining(given, FAMILIES)

test('settings within their bounds pass unchanged and without a word', () => {
  const given = {
    ...DEFAULT_TRAINING,
    learningRate: 3e-4,
    head: 'linear',
    skippedFamilies: ['sums'],
  } as const
  expect(clamp(given)).toEqual({ settings: given, messages: [] })
})

test('a setting that is not given has its default, without a word', () => {
  expect(clamp({})).toEqual({ settings: DEFAULT_TRAINING, messages: [] })
})

test.each([
  [{ learningRate: 3 }, { learningRate: 0.1 }, 'Learning rate 3 is above 0.1; 0.1 is used.'],
  [{ learningRate: -1 }, { learningRate: 1e-6 }, 'Learning rate -1 is below 0.000001; 0.000001 is used.'],
  [{ batchSize: 2.6 }, { batchSize: 3 }, 'Batch 2.6 is not whole; 3 is used.'],
  [{ steps: Number.POSITIVE_INFINITY }, { steps: 1_000_000 }, /above 1,000,000/],
  [{ fixedCost: Number.NaN }, { fixedCost: 0.3 }, 'Fixed w is not a number; 0.3 is used.'],
  [{ tauScale: '1' }, { tauScale: 1 }, 'Cost scale is not a number; 1 is used.'],
  [{ head: 'conv' }, { head: 'mlp' }, /Decision head “conv” is not known; MLP/],
  [{ optimiser: null }, { optimiser: 'adam' }, /Optimiser “null” is not known/],
  [{ baseline: 'x'.repeat(500) }, { baseline: 'regression' }, /“x{39}…”/],
  [{ skippedFamilies: ['sums', 'poems'] }, { skippedFamilies: ['sums'] }, /no family “poems”/],
  [{ skippedFamilies: 'sums' }, { skippedFamilies: [] }, /not a list/],
  [{ skippedFamilies: ['sums', 'verse'] }, { skippedFamilies: [] }, /At least one family/],
])('%j is mended and said', (given, expected, message) => {
  const { settings, messages } = clamp(given)
  expect(settings).toEqual({ ...DEFAULT_TRAINING, ...expected })
  expect(messages).toHaveLength(1)
  expect(messages.map(said => say(said))[0]).toMatch(message)
})

test('a family that is out of distribution anyway needs no leaving out', () => {
  expect(clamp({ skippedFamilies: ['law', 'verse', 'verse'] })).toEqual({
    settings: { ...DEFAULT_TRAINING, skippedFamilies: ['verse'] },
    messages: [],
  })
})

test('an object without a text is refused as any other', () => {
  const { settings, messages } = clamp({ head: { toString: '' }, skippedFamilies: [Object.create(null)] })
  expect(settings.head).toBe('mlp')
  expect(messages).toHaveLength(2)
})

test('whatever is given, what comes back is safe and passes unchanged', () => {
  const keys = Object.keys(DEFAULT_TRAINING)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), fc.anything()), given => {
      const { settings } = clamp(given)
      for (const [key, row] of Object.entries(TRAINING_TABLE)) {
        const value = Object.entries(settings).find(([own]) => own === key)?.[1]
        if (row.kind === 'number') {
          expect(Number(value)).toBeGreaterThanOrEqual(row.min)
          expect(Number(value)).toBeLessThanOrEqual(row.max)
        }
        if (row.kind === 'choice') expect(row.options).toContain(value)
      }
      expect(clamp(settings)).toEqual({ settings, messages: [] })
    }),
  )
})
