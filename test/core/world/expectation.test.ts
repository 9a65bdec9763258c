import { expect, test } from 'vitest'
import { createStream } from '../../../src/core/math/random.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { drawOutputTokens, expectedOutcome, inputCostUsd } from '../../../src/core/world/expectation.ts'
import { expectAllClose } from '../../close.ts'
import { tinySimulatedWorld, tinyWorld } from '../../fixtures/worlds.ts'

const world = tinySimulatedWorld()
const { simulation } = world
if (!simulation) throw new Error('A simulation was expected.')

test('the input costs the prompt and its family’s preamble at list price', () => {
  // Prompt 2 has 22 tokens and a preamble of 100; the dearest LLM takes $10 per million.
  expectAllClose([inputCostUsd(world, simulation, 2, 2)], [122e-5], { atol: 1e-12 })
})

test('a simulated cell is expected at mark times probability, and price times mean tokens', () => {
  const { quality, costUsd } = expectedOutcome(world, 2, 1)
  expectAllClose([quality], [0.8 * simulation.success[2 * 3 + 1]])
  expectAllClose([costUsd], [(122 * 1 + 60 * 3) / 1e6], { atol: 1e-12 })
})

test('a measured cell is expected at what was logged', () => {
  const measured = tinyWorld()
  expect(expectedOutcome(measured, 4, 2)).toEqual({
    quality: measured.score[14],
    costUsd: measured.costUsd[14],
  })
})

test('drawn output tokens scatter around exactly the family’s mean', () => {
  const stream = createStream(1, 'tokens')
  const draws = Array.from({ length: 20_000 }, () => drawOutputTokens(simulation, 0, 2, stream))
  expectAllClose([mean(draws)], [70], { rtol: 0.02, atol: 0 })
  const logs = draws.map(Math.log)
  const spread = Math.sqrt(mean(logs.map(x => (x - mean(logs.slice(0, 2000))) ** 2)))
  expectAllClose([spread], [0.4], { atol: 0.02 })
})

test('a family without spread draws its mean every time', () => {
  const stream = createStream(1, 'tokens')
  for (let i = 0; i < 5; i++) expect(drawOutputTokens(simulation, 1, 1, stream)).toBe(20)
})
