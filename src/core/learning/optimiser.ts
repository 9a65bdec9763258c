/** How a gradient becomes an update of one flat vector of parameters. */
export interface Optimiser {
  /** Moves `parameters` in place against `gradient`, which is as long. */
  step(parameters: Float32Array, gradient: Float32Array, learningRate: number): void
  /** A copy of all it remembers. */
  state(): OptimiserState
  /** Goes on from a saved state of an optimiser of the same kind and size. @throws RangeError where its moments are not */
  restore(state: OptimiserState): void
}

export interface OptimiserState {
  /** Updates made. */
  readonly steps: number
  /** Adam: first and second moments. SGD: none. */
  readonly moments: readonly Float32Array[]
}
