/** Where TensorFlow.js multiplies. */
export const TENSOR_BACKENDS = ['webgpu', 'wasm', 'cpu'] as const
export type TensorBackend = (typeof TENSOR_BACKENDS)[number]

export const BACKEND_PREFERENCES = ['auto', ...TENSOR_BACKENDS] as const
/** A backend by name, or the fastest that passes its test on this device. */
export type BackendPreference = (typeof BACKEND_PREFERENCES)[number]

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
