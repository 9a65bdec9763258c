import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import { probeWebGpu } from '../../../src/engine/backend/probe.ts'

interface FakeAdapter {
  readonly info: Partial<GPUAdapterInfo>
  readonly features: Set<string>
}

/** Only what the probe looks at. */
function fakeGpu(adapter: FakeAdapter | null): GPU {
  return Object.assign(Object.create(null), { requestAdapter: async () => adapter })
}

const ADAPTER: FakeAdapter = {
  info: { vendor: 'acme', architecture: 'one', device: '', description: '', isFallbackAdapter: false },
  features: new Set(['shader-f16']),
}

test('without navigator.gpu, or with it but without an adapter, there is no WebGPU', async () => {
  expect(await probeWebGpu(undefined)).toEqual({ kind: 'none', reason: message('webgpu-not-offered', {}) })
  const none = { kind: 'none', reason: message('webgpu-without-adapter', {}) }
  expect(await probeWebGpu(fakeGpu(null))).toEqual(none)
})

test('a request for the adapter that fails means no WebGPU', async () => {
  const gpu = fakeGpu(null)
  gpu.requestAdapter = () => Promise.reject(new Error('lost'))
  expect((await probeWebGpu(gpu)).kind).toBe('none')
})

test('SwiftShader, llvmpipe and fallback adapters count as software', async () => {
  for (const info of [
    { architecture: 'swiftshader' },
    { description: 'llvmpipe (LLVM 15)' },
    { isFallbackAdapter: true },
  ]) {
    const probe = await probeWebGpu(fakeGpu({ ...ADAPTER, info: { ...ADAPTER.info, ...info } }))
    expect(probe.kind).toBe('software')
  }
})

test('a real adapter is named, with or without 16-bit floats', async () => {
  expect(await probeWebGpu(fakeGpu(ADAPTER))).toEqual({ kind: 'gpu', name: 'acme one', f16: true })
  const plain = await probeWebGpu(fakeGpu({ ...ADAPTER, features: new Set() }))
  expect(plain).toEqual({ kind: 'gpu', name: 'acme one', f16: false })
})
