/** Adam (Kingma and Ba, arXiv 1412.6980) on one flat vector, in the efficient form that closes the paper's Sec. 2. */
import type { Optimiser, OptimiserState } from './optimiser.ts'

const BETA1 = 0.9
const BETA2 = 0.999
/** Added to the uncorrected root of the second moment; frameworks disagree about it, so it is our own. */
export const ADAM_EPSILON = 1e-7

export class Adam implements Optimiser {
  readonly #mean: Float32Array
  readonly #square: Float32Array
  #steps = 0

  /** @param size length of the parameter vector */
  constructor(size: number) {
    this.#mean = new Float32Array(size)
    this.#square = new Float32Array(size)
  }

  /** Moves `parameters` in place against `gradient`. */
  step(parameters: Float32Array, gradient: Float32Array, learningRate: number): void {
    this.#steps++
    const mean = this.#mean
    const square = this.#square
    const rate = (learningRate * Math.sqrt(1 - BETA2 ** this.#steps)) / (1 - BETA1 ** this.#steps)
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i]
      mean[i] += (1 - BETA1) * (g - mean[i])
      square[i] += (1 - BETA2) * (g * g - square[i])
      parameters[i] -= (rate * mean[i]) / (Math.sqrt(square[i]) + ADAM_EPSILON)
    }
  }

  state(): OptimiserState {
    return { steps: this.#steps, moments: [this.#mean.slice(), this.#square.slice()] }
  }

  /** @throws RangeError when the moments are longer than the vector */
  restore({ steps, moments: [mean, square] }: OptimiserState): void {
    this.#steps = steps
    this.#mean.set(mean)
    this.#square.set(square)
  }
}

/** Scales `gradient` in place so that its Euclidean norm is at most `limit`; returns the norm it had. */
export function clipByNorm(gradient: Float32Array, limit: number): number {
  let sum = 0
  for (let i = 0; i < gradient.length; i++) sum += gradient[i] * gradient[i]
  const length = Math.sqrt(sum)
  if (length > limit) for (let i = 0; i < gradient.length; i++) gradient[i] *= limit / length
  return length
}
