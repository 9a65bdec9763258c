import { expect, test } from 'vitest'
import { createStream } from '../../../src/core/math/random.ts'
import { correlation, mean } from '../../../src/core/math/statistics.ts'
import {
  expectedOracle,
  expectedPairCorrelation,
  type FamilyTarget,
  fitItemResponse,
} from '../../../src/core/world/itemResponse.ts'
import { expectAllClose } from '../../close.ts'

const N = 400
const stream = createStream(1, 'item-response')
const difficulty = Float64Array.from({ length: N }, () => stream.normal())
const noise = Float64Array.from({ length: N * 4 }, () => stream.normal())
const target: FamilyTarget = {
  meanScore: [0.35, 0.5, 0.62, 0.8],
  oracleScore: 0.93,
  meanPairCorrelation: 0.25,
}
const fitted = fitItemResponse(target, difficulty, noise)
const column = (success: Float32Array, arm: number) =>
  Array.from({ length: N }, (_, i) => success[i * 4 + arm])

test('every LLM comes out at its mean score', () => {
  const means = target.meanScore.map((_, arm) => fitted.mark * mean(column(fitted.success, arm)))
  expectAllClose(means, target.meanScore, { atol: 0.003 })
})

test('the oracle and the correlation come near', () => {
  expectAllClose([expectedOracle(fitted.success, 4, fitted.mark)], [0.93], { atol: 0.03 })
  expectAllClose([expectedPairCorrelation(fitted.success, 4)], [0.25], { atol: 0.06 })
})

test('without published oracle and correlation the means are met all the same', () => {
  const bare = fitItemResponse({ ...target, oracleScore: null, meanPairCorrelation: null }, difficulty, noise)
  const means = target.meanScore.map((_, arm) => bare.mark * mean(column(bare.success, arm)))
  expectAllClose(means, target.meanScore, { atol: 0.003 })
})

test('harder prompts are solved less often', () => {
  const solved = Array.from({ length: N }, (_, i) => mean(fitted.success.subarray(i * 4, i * 4 + 4)))
  expect(correlation(solved, difficulty)).toBeLessThan(-0.5)
})

test('probabilities lie in [0, 1] and the mark is above every mean', () => {
  expect(fitted.success.every(p => p >= 0 && p <= 1)).toBe(true)
  expect(fitted.mark).toBeGreaterThan(0.8)
  expect(fitted.mark).toBeLessThanOrEqual(1)
})

test('a low ceiling is met by a mark below 1', () => {
  const capped = { meanScore: [0.5, 0.6, 0.65, 0.67], oracleScore: 0.75, meanPairCorrelation: 0.3 }
  const { success, mark } = fitItemResponse(capped, difficulty, noise)
  expect(mark).toBeLessThan(0.9)
  const means = capped.meanScore.map((_, arm) => mark * mean(column(success, arm)))
  expectAllClose(means, capped.meanScore, { atol: 0.003 })
  expectAllClose([expectedOracle(success, 4, mark)], [0.75], { atol: 0.04 })
})

test('a mean score that no mark can reach is refused', () => {
  expect(() => fitItemResponse({ ...target, meanScore: [0.99, 0.5, 0.5, 0.5] }, difficulty, noise)).toThrow(
    /mark/,
  )
})

test('the oracle of independent coins is one less the product of their failures', () => {
  expectAllClose([expectedOracle(Float32Array.from([0.5, 0.5, 1, 0]), 2, 0.8)], [(0.8 * (0.75 + 1)) / 2])
})

test('coins with nothing in common do not correlate, and certain equal ones do', () => {
  expectAllClose([expectedPairCorrelation(Float32Array.from([0.5, 0.5, 0.5, 0.5]), 2)], [0])
  expectAllClose([expectedPairCorrelation(Float32Array.from([1, 1, 0, 0]), 2)], [1])
  expectAllClose([expectedPairCorrelation(Float32Array.from([1, 0, 0, 1]), 2)], [-1])
})

test('drawn scores correlate as expected', () => {
  const draws = createStream(2, 'draws')
  const many = Array.from({ length: 200 }, () => {
    const solved = fitted.success.map(p => (draws.uniform() < p ? 1 : 0))
    return correlation(column(solved, 0), column(solved, 3))
  })
  const pair = Float32Array.from({ length: N * 2 }, (_, i) => fitted.success[(i >> 1) * 4 + (i % 2) * 3])
  expectAllClose([mean(many)], [expectedPairCorrelation(pair, 2)], { atol: 0.02 })
})
