import type { StepRecord } from '../learning/record.ts'
import { mean } from '../math/statistics.ts'
import { MAX_POINTS, type TrainingPoint } from './curve.ts'

/** A point that still grows, and how many updates are in it. */
interface Growing {
  readonly point: TrainingPoint
  readonly updates: number
}

/** All that a recorder needs to go on. */
export interface RecorderState {
  readonly points: readonly TrainingPoint[]
  readonly growing: Growing | null
  /** Updates in each finished point. */
  readonly width: number
}

/**
 * Turns updates into at most MAX_POINTS points of equal width. When they are full, neighbours are merged and the width
 * doubles: the whole run stays on the chart, and the same run always gives the same points.
 */
export class CurveRecorder {
  #points: TrainingPoint[] = []
  #growing: Growing | null = null
  #width = 1
  readonly #arms: number

  constructor(arms: number) {
    this.#arms = arms
  }

  /** The points so far; the last may still be growing. */
  get points(): readonly TrainingPoint[] {
    return this.#growing ? [...this.#points, this.#growing.point] : this.#points
  }

  state(): RecorderState {
    return { points: [...this.#points], growing: this.#growing, width: this.#width }
  }

  /** Goes on from a saved state of a recorder of as many arms. */
  restore({ points, growing, width }: RecorderState): void {
    this.#points = [...points]
    this.#growing = growing
    this.#width = width
  }

  /** @param regret mean reward given up against the oracle, >= 0 @param validation reward of the newest validation, or null before the first */
  add(record: StepRecord, regret: number, validation: number | null): void {
    const update = pointOf(record, regret, validation, this.#arms)
    const growing = this.#growing
      ? {
          point: merge(this.#growing.point, update, this.#growing.updates),
          updates: this.#growing.updates + 1,
        }
      : { point: update, updates: 1 }
    this.#growing = growing
    if (growing.updates < this.#width) return
    this.#points.push(growing.point)
    this.#growing = null
    if (this.#points.length === MAX_POINTS) this.#halve()
  }

  #halve(): void {
    const points = this.#points
    this.#points = Array.from({ length: points.length / 2 }, (_, i) =>
      merge(points[2 * i], points[2 * i + 1], 1),
    )
    this.#width *= 2
  }
}

function pointOf(record: StepRecord, regret: number, validation: number | null, arms: number): TrainingPoint {
  const shares = new Array<number>(arms).fill(0)
  // Counted before it is divided: a sum of fractions may exceed 1.
  for (const arm of record.arms) shares[arm]++
  for (let arm = 0; arm < arms; arm++) shares[arm] /= record.arms.length
  return {
    step: record.step,
    regret,
    validation,
    shares,
    reward: mean(record.rewards),
    quality: mean(record.outcomes.map(outcome => outcome.quality)),
    costUsd: mean(record.outcomes.map(outcome => outcome.costUsd)),
    entropy: record.entropy,
    gradientNorm: record.gradientNorm,
  }
}

/** Mean of two points, the first weighing `weight` times the second. */
function merge(a: TrainingPoint, b: TrainingPoint, weight: number): TrainingPoint {
  const mix = (x: number, y: number) => (weight * x + y) / (weight + 1)
  return {
    step: b.step,
    reward: mix(a.reward, b.reward),
    quality: mix(a.quality, b.quality),
    costUsd: mix(a.costUsd, b.costUsd),
    entropy: mix(a.entropy, b.entropy),
    gradientNorm: mix(a.gradientNorm, b.gradientNorm),
    regret: mix(a.regret, b.regret),
    shares: a.shares.map((share, arm) => mix(share, b.shares[arm])),
    validation: b.validation,
  }
}
