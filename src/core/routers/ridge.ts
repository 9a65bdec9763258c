/** Ridge regression that learns one observation at a time, with several targets on the same inputs. */
import { dot } from '../math/vectors.ts'

export class Ridge {
  /** A^-1 with A = ridge I + sum of x x^T: d x d, row-major. */
  readonly inverse: Float64Array
  /** A^-1 b of each target: targets x d, row-major. */
  readonly weights: Float64Array
  readonly #d: number
  readonly #targets: number
  /** A^-1 x of the newest observation. */
  readonly #direction: Float64Array

  /** @param ridge > 0: the penalty on the squared weights, the prior's precision */
  constructor(d: number, targets: number, ridge: number) {
    this.#d = d
    this.#targets = targets
    this.inverse = new Float64Array(d * d)
    for (let i = 0; i < d; i++) this.inverse[i * d + i] = 1 / ridge
    this.weights = new Float64Array(targets * d)
    this.#direction = new Float64Array(d)
  }

  /** What a target is expected to be at `x`. */
  predict(x: Float64Array, target: number): number {
    return dot(this.weights, x, this.#d, target * this.#d)
  }

  /** x^T A^-1 x: how little is known in the direction of x; it never grows. O(d^2). */
  variance(x: Float64Array): number {
    let sum = 0
    for (let i = 0; i < this.#d; i++) sum += x[i] * dot(this.inverse, x, this.#d, i * this.#d)
    return sum
  }

  /**
   * Takes one observation in by the Sherman-Morrison formula, O(d^2):
   * A^-1 <- A^-1 - g (A^-1 x)^T and theta <- theta + g (y - theta^T x), with g = A^-1 x / (1 + x^T A^-1 x).
   * @param y one number for each target
   */
  observe(x: Float64Array, y: readonly number[]): void {
    const d = this.#d
    const direction = this.#direction
    for (let i = 0; i < d; i++) direction[i] = dot(this.inverse, x, d, i * d)
    const scale = 1 / (1 + dot(x, direction))
    for (let target = 0; target < this.#targets; target++) {
      const gain = (y[target] - this.predict(x, target)) * scale
      for (let i = 0; i < d; i++) this.weights[target * d + i] += gain * direction[i]
    }
    for (let i = 0; i < d; i++) {
      const gain = direction[i] * scale
      for (let j = 0; j < d; j++) this.inverse[i * d + j] -= gain * direction[j]
    }
  }
}
