import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import type { TensorBackend } from '../../core/experiment/backend.ts'
import { problem } from '../../core/messages/message.ts'

/** Where the WASM backend's binaries are: a folder ending in a slash, or each by its name. */
export type WasmFiles =
  | string
  | {
      readonly 'tfjs-backend-wasm.wasm': string
      readonly 'tfjs-backend-wasm-simd.wasm': string
      readonly 'tfjs-backend-wasm-threaded-simd.wasm': string
    }

/**
 * Makes one backend the active one; there is no falling back.
 * @throws Problem when the backend cannot run on this device
 */
export async function startTensorFlow(backend: TensorBackend, wasmFiles: WasmFiles): Promise<void> {
  if (backend === 'wasm') setWasmPaths(wasmFiles)
  if (backend === 'cpu') await import('@tensorflow/tfjs-backend-cpu')
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu')
  const started = await tf.setBackend(backend).catch(() => false)
  if (!started) throw problem('backend-not-started', { backend })
  await tf.ready()
}

/**
 * Drops a backend with whatever it holds and starts it anew: the way out of a lost device.
 * @throws Problem when it does not come back
 */
export async function restartTensorFlow(backend: TensorBackend, wasmFiles: WasmFiles): Promise<void> {
  const factory = tf.findBackendFactory(backend)
  tf.removeBackend(backend)
  if (factory) tf.registerBackend(backend, factory)
  await startTensorFlow(backend, wasmFiles)
}

/** Destroys the active WebGPU device, as a driver would. Does nothing on other backends. */
export function loseDevice(): void {
  activeDevice()?.destroy()
}

/** Calls back when the active WebGPU device is lost. Does nothing on other backends. */
export function whenDeviceLost(onLost: () => void): void {
  void activeDevice()?.lost.then(onLost)
}

function activeDevice(): GPUDevice | null {
  const device: unknown = Reflect.get(tf.backend(), 'device')
  return typeof GPUDevice === 'function' && device instanceof GPUDevice ? device : null
}
