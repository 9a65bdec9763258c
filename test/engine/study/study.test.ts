import { beforeAll, expect, test } from 'vitest'
import { WASM_FOLDER } from '../../../src/cli/support/tensorflow.ts'
import type { StudyPlan, StudyProgress, StudyResult } from '../../../src/core/evaluation/study.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { LEARNER_NAMES, type LearnerName } from '../../../src/core/routers/learners.ts'
import { rowsOf, type World } from '../../../src/core/world/world.ts'
import { startTensorFlow } from '../../../src/engine/backend/tensorflow.ts'
import { evaluateReferences } from '../../../src/engine/study/references.ts'
import { runStudy, type StudyOptions } from '../../../src/engine/study/study.ts'
import { expectAllClose } from '../../close.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const base = tinyWorld()
/** The dearest LLM is the best by far, the cheapest costs next to nothing. */
const world: World = {
  ...base,
  score: base.score.map((_, cell) => [0.2, 0.5, 1][cell % 3]),
  costUsd: base.costUsd.map((_, cell) => [0.0001, 0.006, 0.01][cell % 3]),
  tauUsd: 0.01,
}
const settings = { ...DEFAULT_TRAINING, learningRate: 0.01, batchSize: 8, steps: 120 }

function planOf(learners: readonly LearnerName[], steps = 120, seeds = [1]): StudyPlan {
  return {
    entries: learners.map(learner => ({
      id: learner,
      label: learner,
      learner,
      settings: { ...settings, steps },
    })),
    seeds,
    splits: ['test', 'ood'],
  }
}

async function run(given: World, plan: StudyPlan, options?: StudyOptions) {
  const told: StudyProgress[] = []
  const study = runStudy(given, plan, options)
  for (;;) {
    const { done, value } = await study.next()
    if (done) return { result: value, told }
    told.push(value)
  }
}

const rewardOf = ({ aiq }: StudyResult, router: string) =>
  aiq.find(row => row.router === router && row.split === 'test')?.reward ?? Number.NaN

beforeAll(async () => {
  await startTensorFlow('wasm', WASM_FOLDER)
})

test('every learner solves a world with an obvious answer', async () => {
  const { result } = await run(world, planOf(LEARNER_NAMES))
  const { evaluations } = await evaluateReferences(world, null)
  const reference = (router: string) =>
    evaluations[0].rows.filter(row => row.router === router).reduce((sum, row) => sum + row.reward / 11, 0)
  for (const learner of LEARNER_NAMES) {
    expect(rewardOf(result, learner)).toBeGreaterThan(reference('fixed-per-w') - 0.02)
    expect(rewardOf(result, learner)).toBeLessThanOrEqual(reference('oracle') + 1e-6)
  }
})

test('the same plan gives the same result and curves, in company or alone', async () => {
  const together = await run(base, planOf(['policy', 'linucb', 'mlp'], 20, [1, 2]))
  const again = await run(base, planOf(['policy', 'linucb', 'mlp'], 20, [1, 2]))
  expect(again.result).toEqual(together.result)
  expect(again.told.at(-1)).toEqual(together.told.at(-1))
  const alone = await run(base, planOf(['linucb'], 20, [1, 2]))
  const own = (rows: StudyResult['rows']) => rows.filter(row => row.router === 'linucb')
  expect(own(alone.result.rows)).toEqual(own(together.result.rows))
})

test('the last report of a study holds every curve and the result', async () => {
  const { told, result } = await run(base, planOf(['policy', 'epsilon-greedy', 'knn'], 310, [4, 5]))
  const last = told[told.length - 1]
  expect(last).toMatchObject({ seed: 5, seedsDone: 2, step: 310, steps: 310 })
  expect(last.result).toEqual(result)
  expect(last.curves.map(({ entry, seed }) => [entry, seed])).toEqual([
    ['policy', 4],
    ['epsilon-greedy', 4],
    ['knn', 4],
    ['policy', 5],
    ['epsilon-greedy', 5],
    ['knn', 5],
  ])
  for (const { entry, points } of last.curves) {
    expect(points.length).toBeLessThanOrEqual(300)
    if (entry === 'knn') continue
    expect(points[points.length - 1].step).toBe(310)
    expect(points[points.length - 1].validation).not.toBeNull()
    expect(points.filter(point => point.validation !== null).length).toBeLessThan(45)
  }
})

test('rows, AIQ and fits are there for every entry, split and seed', async () => {
  const { result } = await run(base, planOf(['linucb', 'knn'], 60, [1, 2, 3]))
  expect(result.rows).toHaveLength(2 * 2 * 11)
  expect(result.aiq.map(({ router, split, seeds }) => [split, router, seeds])).toEqual([
    ['test', 'linucb', 3],
    ['test', 'knn', 3],
    ['ood', 'linucb', 3],
    ['ood', 'knn', 3],
  ])
  expect(result.fits.map(({ entry, seed }) => [entry, seed])).toEqual(
    [1, 2, 3].flatMap(seed => [
      ['linucb', seed],
      ['knn', seed],
    ]),
  )
  expectAllClose(
    result.aiq.filter(row => row.router === 'knn').flatMap(row => [row.sd, row.rewardSd]),
    [0, 0, 0, 0],
  )
})

test('what is kept did best on the validation prompts, and patience ends a learner that finds no better', async () => {
  const { result, told } = await run(base, planOf(['policy'], 600), { patience: 100 })
  const [fit] = result.fits
  const [{ points }] = told[told.length - 1].curves
  const validations = points.flatMap(({ step, validation }) =>
    validation === null ? [] : [{ step, validation }],
  )
  expect(fit.validation).toBe(Math.max(...validations.map(({ validation }) => validation)))
  expect(fit.step).toBe(validations.find(({ validation }) => validation === fit.validation)?.step)
  expect(fit.steps).toBeLessThan(600)
  expect(fit.steps).toBe(fit.step + 101)
})

test('patience runs only once there is something to wait for: no entry ends without a validation', async () => {
  const { result } = await run(base, planOf(['linucb'], 100), { patience: 3 })
  const [fit] = result.fits
  expect(fit.step).toBeGreaterThanOrEqual(50)
  expect(Number.isFinite(fit.validation)).toBe(true)
})

test('families left out are not trained on and count as out of distribution', async () => {
  const plan = planOf(['linucb'], 30)
  const skipping = {
    ...plan,
    entries: plan.entries.map(entry => ({
      ...entry,
      settings: { ...entry.settings, skippedFamilies: ['verse'] },
    })),
  }
  const { result } = await run(base, skipping)
  const verse = Array.from(base.family).filter(f => base.families[f].id === 'verse').length
  const n = (split: string) => result.rows.find(row => row.split === split)?.n
  expect(n('ood')).toBe(rowsOf(base, 'ood').length + verse)
  expect(n('test')).toBeLessThan(rowsOf(base, 'test').length)
})

test('tau scales the reward of training, never that of evaluation', async () => {
  const plan = planOf(['linucb'], 200)
  const scaled = (tauScale: number) => ({
    ...plan,
    entries: plan.entries.map(entry => ({ ...entry, settings: { ...entry.settings, tauScale } })),
  })
  const [harsh, mild] = [await run(world, scaled(0.1)), await run(world, scaled(10))]
  const costAt = ({ result }: { result: StudyResult }) => result.rows[6].costUsd
  expect(costAt(harsh)).toBeLessThan(costAt(mild))
  expect(Math.min(...harsh.result.rows.map(row => row.reward))).toBeGreaterThan(-0.1)
})

test('an aborted study stops with the reason, and a world without training prompts is refused', async () => {
  const ended = new AbortController()
  const study = runStudy(base, planOf(['linucb'], 1_000_000), { signal: ended.signal })
  await study.next()
  ended.abort(new Error('enough'))
  await expect(study.next()).rejects.toThrow('enough')
  const empty = { ...base, split: base.split.map(() => 2) }
  await expect(run(empty, planOf(['linucb']))).rejects.toThrow('no-training-prompts')
})
