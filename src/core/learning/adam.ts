/** Adam (Kingma and Ba, arXiv 1412.6980) on one flat vector, in the efficient form that closes the paper's Sec. 2. */
import { sumOfSquares } from '../math/vectors.ts'
import type { Optimiser, OptimiserState } from './optimiser.ts'

const BETA1 = 0.9
const BETA2 = 0.999
/** Added to the uncorrected root of the second moment; frameworks disagree about it, so it is our own. */
const ADAM_EPSILON = 1e-7

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
    const rate = (learningRate * Math.sqrt(1 - BETA2 ** this.#steps)) / (1 - BETA1 ** this.#steps)
    descend(parameters, gradient, this.#mean, this.#square, rate)
  }

  state(): OptimiserState {
    return { steps: this.#steps, moments: [this.#mean.slice(), this.#square.slice()] }
  }

  /** @throws RangeError when there are not two moments as long as the vector */
  restore({ steps, moments }: OptimiserState): void {
    const [mean, square] = moments
    if (moments.length !== 2 || moments.some(({ length }) => length !== this.#mean.length)) {
      throw new RangeError(`Adam needs two moments of ${this.#mean.length} numbers.`)
    }
    this.#steps = steps
    this.#mean.set(mean)
    this.#square.set(square)
  }
}

/**
 * The pass over all parameters. Every element is read once and written once: where buffers may be detached, as they are
 * once WASM's memory has grown, an access to a typed array costs more than its arithmetic.
 */
function descend(
  parameters: Float32Array,
  gradient: Float32Array,
  mean: Float32Array,
  square: Float32Array,
  rate: number,
): void {
  const size = parameters.length
  for (let i = 0; i < size; i++) {
    const g = gradient[i]
    const oldMean = mean[i]
    const oldSquare = square[i]
    const newMean = oldMean + (1 - BETA1) * (g - oldMean)
    const newSquare = oldSquare + (1 - BETA2) * (g * g - oldSquare)
    mean[i] = newMean
    square[i] = newSquare
    parameters[i] -= (rate * newMean) / (Math.sqrt(newSquare) + ADAM_EPSILON)
  }
}

/** Scales `gradient` in place so that its Euclidean norm is at most `limit`; returns the norm it had. */
export function clipByNorm(gradient: Float32Array, limit: number): number {
  const length = Math.sqrt(sumOfSquares(gradient))
  if (length > limit) for (let i = 0; i < gradient.length; i++) gradient[i] *= limit / length
  return length
}
