import type { Preference } from '../bandit/preference.ts'
import type { BaselineName } from '../experiment/options.ts'
import { mean } from '../math/statistics.ts'

/** What a reward is compared with before it moves the policy. Reads rewards of pulled arms and w, nothing else. */
export interface Baseline {
  /** Reward minus baseline of each round of a batch. The baseline has learnt from the batch itself too. */
  advantages(rewards: Float64Array, preferences: readonly Preference[]): Float64Array
  /** All it remembers, as numbers; empty for a baseline without memory. */
  state(): readonly number[]
  /** Goes on from a saved state of a baseline of the same name. @throws RangeError where it has too many or too few numbers */
  restore(state: readonly number[]): void
}

export function createBaseline(name: BaselineName): Baseline {
  switch (name) {
    case 'batch-mean':
      return withoutMemory(rewards => {
        const baseline = mean(rewards)
        return subtract(rewards, () => baseline)
      })
    case 'none':
      return withoutMemory(rewards => rewards.slice())
    case 'moving-average':
      return createMovingAverage()
    case 'regression':
      return createRegression()
  }
}

function withoutMemory(advantages: Baseline['advantages']): Baseline {
  return { advantages, state: () => [], restore: () => {} }
}

/** Share of the moving average that one batch leaves in place. */
const KEPT = 0.95

/** Running mean of the batches' mean rewards; the first batch starts it. */
function createMovingAverage(): Baseline {
  let average: number | null = null
  return {
    advantages(rewards) {
      average = average === null ? mean(rewards) : KEPT * average + (1 - KEPT) * mean(rewards)
      const baseline = average
      return subtract(rewards, () => baseline)
    },
    state: () => (average === null ? [] : [average]),
    restore([saved = null]) {
      average = saved
    },
  }
}

/**
 * Least squares of the reward on (1, w_q, w_q^2) with forgetting: the spread of rewards between
 * preferences is larger than between arms, and a batch mean does not see w.
 */
function createRegression(): Baseline {
  const forgetting = 0.99
  // Normal equations A theta = y, kept as running sums with a small ridge.
  const a = [1, 0, 0, 0, 1, 0, 0, 0, 1].map(x => x * 1e-3)
  const y = [0, 0, 0]
  return {
    advantages(rewards, preferences) {
      const features = preferences.map(w => [1, w.quality, w.quality ** 2])
      a.forEach((x, i) => {
        a[i] = x * forgetting
      })
      y.forEach((x, i) => {
        y[i] = x * forgetting
      })
      features.forEach((f, i) => {
        for (let r = 0; r < 3; r++) {
          y[r] += f[r] * rewards[i]
          for (let c = 0; c < 3; c++) a[3 * r + c] += f[r] * f[c]
        }
      })
      const theta = solve3(a, y)
      return subtract(rewards, i => features[i].reduce((sum, x, j) => sum + x * theta[j], 0))
    },
    state: () => [...a, ...y],
    restore(saved) {
      const size = a.length + y.length
      if (saved.length !== size) throw new RangeError(`The baseline remembers ${size} numbers.`)
      a.splice(0, a.length, ...saved.slice(0, a.length))
      y.splice(0, y.length, ...saved.slice(-y.length))
    },
  }
}

function subtract(rewards: Float64Array, baseline: (i: number) => number): Float64Array {
  return rewards.map((r, i) => r - baseline(i))
}

/** Cramer's rule for a symmetric positive definite 3 x 3 system. */
function solve3(a: readonly number[], y: readonly number[]): number[] {
  const det = (m: readonly number[]) =>
    m[0] * (m[4] * m[8] - m[5] * m[7]) -
    m[1] * (m[3] * m[8] - m[5] * m[6]) +
    m[2] * (m[3] * m[7] - m[4] * m[6])
  const whole = det(a)
  return [0, 1, 2].map(column => det(a.map((x, i) => (i % 3 === column ? y[(i / 3) | 0] : x))) / whole)
}
