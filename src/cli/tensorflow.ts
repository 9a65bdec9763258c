import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'

/** TensorFlow.js on its WASM backend in Node: the headless counterpart of the page's. */
export async function startTensorFlow(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm')
  setWasmPaths(`${dirname(entry)}/`)
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js could not start its WASM backend.')
  await tf.ready()
}
