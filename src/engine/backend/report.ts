import type { TensorBackend } from '../../core/experiment/backend.ts'

/** Which backend trains, and why. */
export interface BackendReport {
  readonly backend: TensorBackend
  /** In words: what was measured here, or why another could not be used. */
  readonly why: string
  /** Distance of this backend's gradient from the reference gradient in plain loops, relative to its norm. */
  readonly gradientError: number
  /** Updates a second of the self-benchmark, by backend. */
  readonly measured: readonly { readonly backend: TensorBackend; readonly stepsPerSecond: number }[]
}
