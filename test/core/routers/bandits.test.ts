import { expect, test } from 'vitest'
import type { DialRule } from '../../../src/core/bandit/dialRule.ts'
import { createEnvironment } from '../../../src/core/bandit/environment.ts'
import { preferenceOfCost } from '../../../src/core/bandit/preference.ts'
import { createRounds } from '../../../src/core/bandit/rounds.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { contextProjection } from '../../../src/core/routers/contexts.ts'
import { EPSILON_GREEDY, greedyBut } from '../../../src/core/routers/epsilonGreedy.ts'
import type { LearnerParts } from '../../../src/core/routers/learner.ts'
import { expectedValue, type LinearBandit } from '../../../src/core/routers/linearBandit.ts'
import { LIN_THOMPSON, posteriorSample } from '../../../src/core/routers/linThompson.ts'
import { LIN_UCB, upperConfidenceBound } from '../../../src/core/routers/linUcb.ts'
import { Ridge } from '../../../src/core/routers/ridge.ts'
import { embeddingOf, rowsOf, type World } from '../../../src/core/world/world.ts'
import { multiply } from '../../../src/engine/trainer/products.ts'
import { expectAllClose } from '../../close.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const rows = rowsOf(world, 'train')
const parts = (given: World, seed: number): LearnerParts => ({
  environment: createEnvironment(given, rows, seed),
  rounds: createRounds(rows.length, DEFAULT_TRAINING, seed),
  settings: { ...DEFAULT_TRAINING, batchSize: 16 },
  tauUsd: given.tauUsd,
  seed,
  multiply,
  projection: () => contextProjection(given, rows),
})
const BANDITS: readonly [string, (given: World, seed: number) => LinearBandit][] = [
  LIN_UCB,
  LIN_THOMPSON,
  EPSILON_GREEDY,
].map(({ label, create }) => [label, (given, seed) => create(parts(given, seed))])

async function trained(learner: LinearBandit, steps: number) {
  const records = []
  for (let step = 0; step < steps; step++) records.push(await learner.step())
  return records
}

/** Best for quality: the dearest LLM. Best for saving: the cheapest. */
const obvious: World = {
  ...world,
  score: world.score.map((_, cell) => [0.2, 0.5, 1][cell % 3]),
  costUsd: world.costUsd.map((_, cell) => [0.0001, 0.006, 0.01][cell % 3]),
  tauUsd: 0.01,
}

test.each(BANDITS)('%s learns the obvious', async (_, create) => {
  const learner = create(obvious, 1)
  const records = await trained(learner, 150)
  for (const row of rowsOf(obvious, 'test')) {
    const arms = learner.freeze()(embeddingOf(obvious, row))
    expect([0, 1, 8, 10].map(step => arms[step])).toEqual([2, 2, 0, 0])
  }
  const reward = (of: typeof records) => mean(of.map(record => mean(record.rewards)))
  expect(reward(records.slice(-30))).toBeGreaterThan(reward(records.slice(0, 2)) + 0.05)
})

test.each(BANDITS)('%s tells prompts apart by their embedding', async (_, create) => {
  // Two kinds of prompts: the sign of the first number of the embedding decides which LLM is right.
  const kind = (row: number) => (world.embeddings[row * 384] > 0 ? 0 : 1)
  const embeddings = world.embeddings.map((x, i) => (i % 384 === 0 ? 3 * Math.sign(x) : x / 10))
  const split = {
    ...world,
    embeddings,
    score: world.score.map((_, cell) => (cell % 3 === kind(Math.floor(cell / 3)) ? 1 : 0)),
    costUsd: world.costUsd.map(() => 0.001),
  }
  const learner = create(split, 2)
  await trained(learner, 150)
  const chosen = Array.from(rows, row => learner.freeze()(embeddingOf(split, row))[0])
  expect(chosen).toEqual(Array.from(rows, kind))
})

test.each(BANDITS)('%s: the same seed gives the same records, another seed does not', async (_, create) => {
  const first = await trained(create(world, 3), 6)
  expect(await trained(create(world, 3), 6)).toEqual(first)
  expect(await trained(create(world, 4), 6)).not.toEqual(first)
})

test('all learners of a seed meet the same prompts and preferences', async () => {
  const met = await Promise.all(
    BANDITS.map(async ([, create]) =>
      (await trained(create(world, 5), 4)).map(({ prompts, preferences }) => ({ prompts, preferences })),
    ),
  )
  expect(met[1]).toEqual(met[0])
  expect(met[2]).toEqual(met[0])
})

test.each(BANDITS)('%s: what is learnt later changes nothing in a frozen rule', async (_, create) => {
  const learner = create(world, 6)
  await trained(learner, 3)
  const dials = (rule: DialRule) => Array.from(rows, row => Array.from(rule(embeddingOf(world, row))))
  const rule = learner.freeze()
  const before = dials(rule)
  await trained(learner, 60)
  expect(dials(rule)).toEqual(before)
  expect(dials(learner.freeze())).not.toEqual(before)
})

const context = Float64Array.from([0.5, -1, 1])
/** A model that has seen this context `pulls` times with the given outcome. */
function pulled(pulls: number, quality: number, cost: number): Ridge {
  const model = new Ridge(3, 2, 1)
  for (let i = 0; i < pulls; i++) model.observe(context, [quality, cost])
  return model
}

test('LinUCB’s bonus shrinks with pulls, so a worse but unknown arm is tried and then dropped', () => {
  const explore = upperConfidenceBound(1)
  const known = pulled(50, 0.8, 0.2)
  const w = preferenceOfCost(0.2)
  const choices = [0, 1, 4, 60].map(pulls => explore([known, pulled(pulls, 0.3, 0.2)], context, w))
  expect(choices).toEqual([1, 1, 0, 0])
  const bonus = (pulls: number) => Math.sqrt(pulled(pulls, 0, 0).variance(context))
  // After n pulls of x alone the bonus is sqrt(|x|^2 / (1 + n |x|^2)).
  expectAllClose(
    [0, 1, 10, 100].map(bonus),
    [0, 1, 10, 100].map(n => Math.sqrt(2.25 / (1 + n * 2.25))),
    { atol: 1e-9 },
  )
})

test('Thompson’s draws have the posterior’s mean and variance', () => {
  const w = preferenceOfCost(0.3)
  const model = pulled(3, 0.7, 0.4)
  const v = 0.5
  const expected = expectedValue(model, context, w)
  const deviation = v * Math.hypot(w.quality, w.cost) * Math.sqrt(model.variance(context))
  // Against an arm that is certain to be worth t, the share of pulls is P(draw > t).
  const explore = posteriorSample(v, createStream(1, 'fixture/draws'))
  const certain = (value: number) => {
    const arm = new Ridge(3, 2, 1e12)
    arm.weights[2] = value / w.quality
    return arm
  }
  const share = (shift: number) => {
    const arms = [model, certain(expected + shift * deviation)]
    return mean(Array.from({ length: 20_000 }, () => (explore(arms, context, w) === 0 ? 1 : 0)))
  }
  // The normal distribution's upper tails.
  expectAllClose([share(-1), share(0), share(1), share(2)], [0.8413, 0.5, 0.1587, 0.0228], { atol: 0.012 })
})

test('epsilon-greedy explores evenly for its share of the rounds and is greedy otherwise', () => {
  const explore = greedyBut(0.3, createStream(2, 'fixture/greedy'))
  const arms = [pulled(20, 0.2, 0), pulled(20, 0.9, 0), pulled(20, 0.4, 0)]
  const counts = [0, 0, 0]
  for (let i = 0; i < 20_000; i++) counts[explore(arms, context, preferenceOfCost(0))]++
  expectAllClose(
    counts.map(count => count / 20_000),
    [0.1, 0.8, 0.1],
    { atol: 0.01 },
  )
})
