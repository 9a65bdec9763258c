/** Outcome model and propensities of a log, each said of an answer from what was learnt without its prompt. */
import { EMBEDDING_SIZE } from '../world/world.ts'
import { type OutcomeFeatures, outcomeFeatures } from './features.ts'
import { type Fold, foldsOf } from './folds.ts'
import type { Nuisances } from './judge.ts'
import { OutcomeModel, type PredictedOutcomes } from './outcomeModel.ts'
import { estimatePropensities } from './propensities.ts'
import { answersOfArms, embeddingOfAnswer, type ServedLog, scaledCosts } from './servedLog.ts'
import { OutcomeStatistics } from './statistics.ts'

/** Components that propensities are told by: choices of a router follow what prompts differ in most. */
const PROPENSITY_COMPONENTS = 16
/** Importance weights for the outcome model: none, or clipped at so many times their mean. */
const CLIPS = [1, 3, 10]

export interface CrossFit {
  readonly features: OutcomeFeatures
  readonly folds: readonly Fold[]
  readonly nuisances: Nuisances
  /** The outcome model of each fold, in their order: fitted to what is learnt there. */
  readonly models: readonly OutcomeModel[]
  /** Weight of each answer in the outcome model; 1 unless weights lowered the error on answers held out. */
  readonly weight: Float64Array
  /** Where the weights are clipped; 1 for none. */
  readonly clip: number
}

/** @param seed of the folds */
export function crossFit(log: ServedLog, seed: number): CrossFit {
  const prompts = log.embeddings.length / EMBEDDING_SIZE
  const rows = Uint32Array.from({ length: prompts }, (_, i) => i)
  const features = outcomeFeatures(log.embeddings, rows)
  const folds = foldsOf(log.prompt, prompts, seed)
  const serving = estimatePropensities(
    log,
    outcomeFeatures(log.embeddings, rows, PROPENSITY_COMPONENTS),
    seed,
  )
  const propensity = log.propensity ?? Float64Array.from(log.arm, (arm, i) => serving[i * log.arms + arm])
  const tried = CLIPS.map(clip => {
    const weight = clippedWeights(propensity, clip)
    const models = folds.map(({ learnt }) => fitOutcomes(log, learnt, features, weight))
    return { clip, weight, models, predicted: predictHeld(log, folds, models) }
  })
  const errors = tried.map(({ predicted }) => squaredErrors(log, predicted))
  // Weights are taken only where they are better beyond doubt: one standard error of the paired difference.
  let best = 0
  tried.forEach((_, i) => {
    if (surelyLower(errors[i], errors[best], propensity)) best = i
  })
  const { clip, weight, models, predicted } = tried[best]
  return { features, folds, models, weight, clip, nuisances: { propensity, serving, predicted } }
}

/** @param answers that are learnt from @param weight of every answer of the log */
export function fitOutcomes(
  log: ServedLog,
  answers: Uint32Array,
  features: OutcomeFeatures,
  weight: Float64Array,
): OutcomeModel {
  const statistics = new OutcomeStatistics(log.arms, features.size)
  const cost = scaledCosts(log)
  const x = new Float64Array(features.size)
  for (const i of answers) {
    features.write(embeddingOfAnswer(log, i), x)
    statistics.add(x, 0, log.arm[i], log.quality[i], cost[i], weight[i])
  }
  return new OutcomeModel(features, statistics)
}

/** 1 / mu, clipped at `clip` times its harmonic scale 1 / max, then of mean 1; all 1 where the clip is 1. */
function clippedWeights(propensity: Float64Array, clip: number): Float64Array {
  const least = propensity.reduce((most, p) => Math.max(most, p), 0)
  const weight = propensity.map(p => Math.min(least / p, clip))
  const mean = weight.reduce((sum, value) => sum + value, 0) / weight.length
  return weight.map(value => value / mean)
}

function predictHeld(
  log: ServedLog,
  folds: readonly Fold[],
  models: readonly OutcomeModel[],
): PredictedOutcomes {
  const cells = log.size * log.arms
  const all = {
    arms: log.arms,
    quality: new Float32Array(cells),
    deviation: new Float32Array(cells),
    cost: new Float32Array(cells),
  }
  folds.forEach(({ held }, f) => {
    const predicted = models[f].predict(held.length, i => embeddingOfAnswer(log, held[i]))
    held.forEach((answer, i) => {
      const [from, to, at] = [i * log.arms, (i + 1) * log.arms, answer * log.arms]
      all.quality.set(predicted.quality.subarray(from, to), at)
      all.deviation.set(predicted.deviation.subarray(from, to), at)
      all.cost.set(predicted.cost.subarray(from, to), at)
    })
  })
  return all
}

/** Squared error of score and cost on each served answer. */
function squaredErrors(log: ServedLog, { quality, cost }: PredictedOutcomes): Float64Array {
  const costs = scaledCosts(log)
  return Float64Array.from(log.arm, (arm, i) => {
    const at = i * log.arms + arm
    return (log.quality[i] - quality[at]) ** 2 + (costs[i] - cost[at]) ** 2
  })
}

/** Whether errors are lower by more than a standard error, all LLMs counting alike: answers weigh 1 / mu (self-normalised). */
function surelyLower(errors: Float64Array, others: Float64Array, propensity: Float64Array): boolean {
  let [sum, weights] = [0, 0]
  for (let i = 0; i < errors.length; i++) {
    sum += (errors[i] - others[i]) / propensity[i]
    weights += 1 / propensity[i]
  }
  const mean = sum / weights
  let squares = 0
  for (let i = 0; i < errors.length; i++) squares += ((errors[i] - others[i] - mean) / propensity[i]) ** 2
  return mean < -Math.sqrt(squares) / weights
}

/** LLMs that the log has no answer of: nothing in it can tell how they would do. */
export function neverServed(log: ServedLog): number[] {
  return Array.from(answersOfArms(log).entries()).flatMap(([arm, answers]) => (answers === 0 ? [arm] : []))
}
