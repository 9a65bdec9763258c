import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import type { TensorBackend } from '../../core/experiment/backend.ts'

/**
 * Makes one backend the active one; there is no falling back.
 * @param wasmFolder address or path of the folder with the WASM backend's binaries, ending in a slash
 * @throws Error when the backend cannot run on this device
 */
export async function startTensorFlow(backend: TensorBackend, wasmFolder: string): Promise<void> {
  if (backend === 'wasm') setWasmPaths(wasmFolder)
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu')
  if (!(await tf.setBackend(backend))) {
    throw new Error(`TensorFlow.js could not start its ${backend} backend on this device.`)
  }
  await tf.ready()
}
