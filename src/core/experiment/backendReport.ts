import type { Message } from '../messages/message.ts'
import type { TensorBackend } from './backend.ts'

/** Which backend trains, and why. */
export interface BackendReport {
  readonly backend: TensorBackend
  /** What was measured here, and why another could not be used. */
  readonly why: readonly Message[]
  /** Distance of this backend's gradient from the reference gradient in plain loops, relative to its norm. */
  readonly gradientError: number
  /** Updates a second of the self-benchmark, by backend. */
  readonly measured: readonly { readonly backend: TensorBackend; readonly stepsPerSecond: number }[]
}
