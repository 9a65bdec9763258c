import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { preferenceOfCost } from '../../src/core/bandit/preference.ts'
import type { TensorBackend } from '../../src/core/experiment/backend.ts'
import { HEADS, type Head } from '../../src/core/experiment/options.ts'
import { reinforceGradient } from '../../src/core/learning/reinforce.ts'
import { createStream } from '../../src/core/math/random.ts'
import { PolicyNetwork } from '../../src/core/network/network.ts'
import { route } from '../../src/core/policy/forward.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { shapeOf } from '../../src/core/policy/shape.ts'
import { startTensorFlow } from '../../src/engine/backend/tensorflow.ts'
import { multiply } from '../../src/engine/trainer/products.ts'
import { expectAllClose } from '../close.ts'

const WASM_FOLDER = '/node_modules/@tensorflow/tfjs-backend-wasm/dist/'
const adapter = await navigator.gpu?.requestAdapter()

/** Probabilities and gradient of a fixed batch on one backend, which must be the active one. */
async function passOn(backend: TensorBackend, head: Head = 'mlp') {
  await startTensorFlow(backend, WASM_FOLDER)
  expect(tf.getBackend()).toBe(backend)
  const policy = initialisePolicy(shapeOf({ head, preferenceEncoder: '64-32' }, 11), 5)
  const stream = createStream(5, 'test/batch')
  const embeddings = Array.from({ length: 16 }, () =>
    Float32Array.from({ length: policy.shape.embedding }, () => stream.normal() / 20),
  )
  const w = embeddings.map(() => preferenceOfCost(stream.uniform()))
  const network = new PolicyNetwork(policy, multiply)
  const h = Float32Array.from(embeddings.flatMap(row => [...row]))
  const probabilities = await network.forward(h, w)
  const arms = w.map(() => stream.integer(11))
  const advantages = w.map(() => stream.normal())
  const gradient = await network.backward(reinforceGradient({ probabilities, arms, advantages }, 0.05))
  const reference = embeddings.flatMap((embedding, i) => Array.from(route(policy, embedding, w[i])))
  return { probabilities, gradient, reference }
}

describe('the policy on TensorFlow.js in a browser', () => {
  it.each(HEADS)(
    'agrees with the reference pass on WASM, head %s, and leaves no tensor behind',
    async head => {
      const { probabilities, reference } = await passOn('wasm', head)
      expectAllClose(probabilities, reference, { atol: 1e-5 })
      expect(tf.memory().numTensors).toBe(0)
    },
  )

  it.runIf(adapter).each(HEADS)(
    'agrees with the reference pass and with the gradient of WASM on WebGPU, head %s',
    async head => {
      const wasm = await passOn('wasm', head)
      const webgpu = await passOn('webgpu', head)
      expectAllClose(webgpu.probabilities, webgpu.reference, { atol: 1e-5 })
      expectAllClose(webgpu.gradient, wasm.gradient, { rtol: 1e-3, atol: 1e-6 })
    },
  )

  it.runIf(!adapter)('says that WebGPU cannot start where there is no adapter', async () => {
    await expect(startTensorFlow('webgpu', WASM_FOLDER)).rejects.toThrow(/webgpu/)
  })
})
