import * as tf from '@tensorflow/tfjs'
import { expect, test } from 'vitest'
import { WASM_FOLDER } from '../../../src/cli/support/tensorflow.ts'
import { message, problem } from '../../../src/core/messages/message.ts'
import { chooseBackend } from '../../../src/engine/backend/choose.ts'
import { relativeError } from '../../../src/engine/backend/trial.ts'

const NOT_OFFERED = message('webgpu-not-offered', {})
const IN_SOFTWARE = message('webgpu-in-software', { name: 'x' })
const none = async () => ({ kind: 'none', reason: NOT_OFFERED }) as const
const software = async () => ({ kind: 'software', reason: IN_SOFTWARE }) as const
const gpu = async () => ({ kind: 'gpu', name: 'A GPU', f16: false }) as const
const now = () => performance.now()
const small = { batchSize: 2 }

test('without WebGPU, auto takes the faster of WASM and CPU, and says why WebGPU is out', async () => {
  const report = await chooseBackend('auto', small, WASM_FOLDER, { probe: none, now })
  expect(tf.getBackend()).toBe(report.backend)
  expect(report.measured.map(trial => trial.backend).sort()).toEqual(['cpu', 'wasm'])
  expect(report.measured[0].backend).toBe(report.backend)
  expect(report.why).toEqual([
    message('backend-fastest', { backend: report.backend }),
    message('webgpu-left-out', { why: [NOT_OFFERED] }),
  ])
  expect(report.gradientError).toBeLessThan(1e-4)
})

test('auto never takes WebGPU that runs on the processor', async () => {
  const report = await chooseBackend('auto', small, WASM_FOLDER, { probe: software, now })
  expect(report.backend).not.toBe('webgpu')
  expect(report.why).toContainEqual(message('webgpu-left-out', { why: [IN_SOFTWARE] }))
})

test('a backend that cannot start is left out with its reason', async () => {
  const report = await chooseBackend('auto', small, WASM_FOLDER, { probe: gpu, now })
  const why = [message('backend-not-started', { backend: 'webgpu' })]
  expect(report.why).toContainEqual(message('backend-not-used', { backend: 'webgpu', why }))
})

test('a backend asked for by name is the only candidate, and it or nothing', async () => {
  const report = await chooseBackend('cpu', small, WASM_FOLDER, { probe: none, now })
  expect(report.measured).toHaveLength(1)
  expect(tf.getBackend()).toBe('cpu')
  const webgpu = chooseBackend('webgpu', small, WASM_FOLDER, { probe: none, now })
  await expect(webgpu).rejects.toThrow(problem('webgpu-cannot-train', { why: [NOT_OFFERED] }))
})

test('a gradient of zeros, or of no numbers, is no gradient', () => {
  const right = Float32Array.of(1, -2, 3)
  expect(relativeError(right, right)).toBe(0)
  expect(relativeError(new Float32Array(3), right)).toBe(1)
  expect(relativeError(Float32Array.of(1, Number.NaN, 3), right)).toBe(Number.POSITIVE_INFINITY)
})
