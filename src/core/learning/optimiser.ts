import type { OptimiserName } from '../experiment/training.ts'
import { Adam } from './adam.ts'
import { Sgd } from './sgd.ts'

/** How a gradient becomes an update of one flat vector of parameters. */
export interface Optimiser {
  /** Moves `parameters` in place against `gradient`. */
  step(parameters: Float32Array, gradient: Float32Array, learningRate: number): void
  /** A copy of all it remembers. */
  state(): OptimiserState
  /** Goes on from a saved state of an optimiser of the same kind and size. */
  restore(state: OptimiserState): void
}

export interface OptimiserState {
  /** Updates made. */
  readonly steps: number
  /** Adam: first and second moments. SGD: none. */
  readonly moments: readonly Float32Array[]
}

/** @param size length of the parameter vector */
export function createOptimiser(name: OptimiserName, size: number): Optimiser {
  switch (name) {
    case 'adam':
      return new Adam(size)
    case 'sgd':
      return new Sgd()
  }
}
