import { expect, test } from 'vitest'
import type { RoundView } from '../../../src/core/evaluation/curve.ts'
import { PHASES } from '../../../src/core/experiment/pace.ts'
import { counterfactual } from '../../../src/ui/train/batch/counterfactual.ts'
import { describePhase, isAhead } from '../../../src/ui/train/batch/describePhase.ts'

const ROUND: RoundView = {
  prompt: 'grade-math/12',
  text: 'How many?',
  wc: 0.3,
  arm: 1,
  advantage: -0.06,
  probabilities: [0.1, 0.7, 0.2],
  quality: 1,
  costUsd: 0.0017,
  reward: 0.637,
  hidden: [
    { quality: 0.2, costUsd: 0.0001, reward: 0.14 },
    { quality: 0.9, costUsd: 0.002, reward: 0.556 },
    { quality: 1, costUsd: 0.0005, reward: 0.681 },
  ],
}
const FACTS = { names: ['Small', 'Middle', 'Large'], tauUsd: 0.0081, batchSize: 32 }

test('counterfactual regret compares expectations, so that a lucky draw cannot make it negative', () => {
  expect(counterfactual(ROUND).best).toBe(2)
  expect(counterfactual({ ...ROUND, arm: 2 }).regret).toBe(0)
})

test('regret is what one gets by subtracting the figures as they are written, though each is rounded', () => {
  expect(counterfactual(ROUND)).toEqual({ best: 2, bestExpected: 0.68, pulledExpected: 0.56, regret: 0.12 })
  const negative = { arm: 0, hidden: [-0.125, -0.004].map(reward => ({ quality: 0, costUsd: 0, reward })) }
  expect(counterfactual(negative)).toMatchObject({ pulledExpected: -0.13, regret: 0.13 })
})

test('the reward is told with its numbers in the formula', () => {
  expect(describePhase('reward', ROUND, FACTS).formula).toBe('r = .70 × 1.00 − .30 × .21 = .64')
})

test('money is told for 1,000 prompts, tau as well as the cost', () => {
  expect(describePhase('outcome', ROUND, FACTS).sentence).toContain(
    'score 1.00, cost $1.7 per 1,000 prompts.',
  )
  expect(describePhase('reward', ROUND, FACTS).sentence).toContain('.21 of τ = $8.1 per 1,000 prompts')
})

test('a cost above tau is told as capped', () => {
  const dear = { ...ROUND, costUsd: 0.1, reward: 0.4 }
  expect(describePhase('reward', dear, FACTS).formula).toBe('r = .70 × 1.00 − .30 × 1.00 = .40')
  expect(describePhase('reward', dear, FACTS).sentence).toContain('capped')
  expect(describePhase('reward', ROUND, FACTS).sentence).not.toContain('capped')
})

test('the advantage is told against what the baseline expected', () => {
  const told = describePhase('advantage', ROUND, FACTS)
  expect(told.sentence).toBe('A baseline b expected .70; this round did worse.')
  expect(told.formula).toBe('r − b = .64 − .70 = −.06')
  expect(describePhase('update', ROUND, FACTS).short).toBe('less likely')
  expect(describePhase('update', { ...ROUND, advantage: 0.1 }, FACTS).short).toBe('likelier')
})

test('a negative baseline is added, not subtracted twice', () => {
  const { formula } = describePhase('advantage', { ...ROUND, reward: 0.2, advantage: 0.3 }, FACTS)
  expect(formula).toBe('r − b = .20 + .10 = +.30')
})

test('no phase before the outcome gives away what the pull yields', () => {
  const early = PHASES.slice(0, PHASES.indexOf('outcome'))
  const said = early.map(phase => Object.values(describePhase(phase, ROUND, FACTS)).join(' ')).join(' ')
  for (const secret of ['1.00', '$1.7', '.64']) expect(said).not.toContain(secret)
})

test('what comes later is ahead, and the phase being told is not', () => {
  expect(PHASES.filter(phase => isAhead(phase, 'outcome'))).toEqual(['reward', 'advantage', 'update'])
})
