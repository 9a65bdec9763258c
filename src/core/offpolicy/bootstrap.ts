/** 95 % intervals by the bootstrap over prompts (Efron 1979): prompts are drawn anew with replacement, answers go with them. */
import { createStream } from '../math/random.ts'
import { quantile } from '../math/statistics.ts'
import { type EstimatorInput, type EstimatorName, estimateOf, estimatorSums } from './estimators.ts'

/** Enough for the 2.5 % and 97.5 % points of an interval that is read to two figures. */
export const RESAMPLES = 400
const Z = 1.959964

/** How often each prompt is drawn, one array a resample. They serve every policy and every estimator: differences stay paired. */
export type Resamples = readonly Uint8Array[]

/** @param seed of the stream `offpolicy/bootstrap` */
export function drawResamples(prompts: number, seed: number, count = RESAMPLES): Resamples {
  const stream = createStream(seed, 'offpolicy/bootstrap')
  return Array.from({ length: count }, () => {
    const times = new Uint8Array(prompts)
    for (let i = 0; i < prompts; i++) times[stream.integer(prompts)]++
    return times
  })
}

export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Each estimator's value with its percentile interval. Ratios are resampled as ratios: SNIPS divides by the mean weight of
 * the same resample, not by that of the log. Where few answers carry the weight the bootstrap is too sure of itself, so the
 * interval is widened about the value by the ratio of Student's t with ess - 1 degrees of freedom to the normal's.
 * @param prompt the prompt of each answer
 * @param ess effective sample size
 */
export function estimateIntervals(
  input: EstimatorInput,
  prompt: Uint32Array,
  resamples: Resamples,
  ess: number,
  names: readonly EstimatorName[],
): Interval[] {
  const whole = estimatorSums(input)
  const drawn = names.map(() => new Float64Array(resamples.length))
  const times = new Uint8Array(prompt.length)
  resamples.forEach((resample, b) => {
    for (let i = 0; i < prompt.length; i++) times[i] = resample[prompt[i]]
    const sums = estimatorSums(input, times)
    names.forEach((name, e) => {
      drawn[e][b] = estimateOf(name, sums)
    })
  })
  return names.map((name, e) => {
    const value = estimateOf(name, whole)
    const values = drawn[e].filter(Number.isFinite)
    const wider = name === 'dm' ? 1 : studentQuantile(ess - 1) / Z
    return {
      value,
      low: value - wider * (value - quantile(values, 0.025)),
      high: value + wider * (quantile(values, 0.975) - value),
    }
  })
}

/** The 97.5 % point of Student's t (Abramowitz and Stegun 1964, 26.7.5): 3 % low at two degrees of freedom, which is the least taken. */
export function studentQuantile(degrees: number): number {
  const n = Math.max(2, degrees)
  const z3 = Z ** 3
  const z5 = Z ** 5
  const z7 = Z ** 7
  return (
    Z +
    (z3 + Z) / (4 * n) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * n * n) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * n ** 3)
  )
}
