/** Where TensorFlow.js multiplies. */
const TENSOR_BACKENDS = ['webgpu', 'wasm', 'cpu'] as const
export type TensorBackend = (typeof TENSOR_BACKENDS)[number]

export const BACKEND_PREFERENCES = ['auto', ...TENSOR_BACKENDS] as const
/** A backend by name, or the fastest that passes its test on this device. */
export type BackendPreference = (typeof BACKEND_PREFERENCES)[number]
