import type { Optimiser, OptimiserState } from './optimiser.ts'

/** Stochastic gradient descent, without momentum. */
export class Sgd implements Optimiser {
  #steps = 0

  step(parameters: Float32Array, gradient: Float32Array, learningRate: number): void {
    this.#steps++
    for (let i = 0; i < parameters.length; i++) parameters[i] -= learningRate * gradient[i]
  }

  state(): OptimiserState {
    return { steps: this.#steps, moments: [] }
  }

  restore({ steps }: OptimiserState): void {
    this.#steps = steps
  }
}
