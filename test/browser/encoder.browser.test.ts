/** The real encoder in a real browser. Runs in two projects: without any WebGPU, and with it in software. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cosine, norm } from '../../src/core/math/vectors.ts'
import { message } from '../../src/core/messages/message.ts'
import type { EncoderProgress } from '../../src/core/session/encoding.ts'
import { probeWebGpu } from '../../src/engine/backend/probe.ts'
import { createEncoderClient } from '../../src/engine/encoder/client.ts'
import reference from '../../src/engine/encoder/reference.json'
import { REFERENCE_SENTENCE, unpackVector } from '../../src/engine/encoder/referenceCheck.ts'

const client = createEncoderClient({ baseUrl: new URL('/', location.href).href })
const probe = await probeWebGpu()

beforeAll(() => caches.delete('barp-encoder-v1'))
afterAll(() => client.dispose())

test('a load that is aborted stops, and the next one works', async () => {
  const abort = new AbortController()
  const onProgress = ({ loadedBytes }: EncoderProgress) => {
    if (loadedBytes > 1_000_000) abort.abort()
  }
  const loading = client.load({ preference: 'wasm', onProgress, signal: abort.signal })
  await expect(loading).rejects.toThrow('abort')
  expect((await client.downloadSize('wasm')).bytes).toBeGreaterThan(20_000_000)
})

test('on WebAssembly it downloads what it said, and its 8-bit embedding is the stored one', async () => {
  const { bytes } = await client.downloadSize('wasm')
  const progress: EncoderProgress[] = []
  const state = await client.load({ preference: 'wasm', onProgress: step => progress.push(step) })
  expect(state).toMatchObject({ backend: 'wasm', format: 'q8', cacheNote: null })
  expect(progress.at(-1)).toMatchObject({ loadedBytes: bytes, totalBytes: bytes })
  const { embedding, tokens, truncated } = await client.encode(REFERENCE_SENTENCE)
  expect(norm(embedding)).toBeCloseTo(1, 5)
  expect(cosine(embedding, unpackVector(reference.q8))).toBeGreaterThan(0.99999)
  expect({ tokens, truncated }).toEqual({ tokens: 23, truncated: false })
})

test('a second visit downloads nothing', async () => {
  client.dispose()
  expect((await client.downloadSize('wasm')).bytes).toBe(0)
  const state = await client.load({ preference: 'wasm' })
  expect(state.backend).toBe('wasm')
})

test('auto keeps to WebAssembly without a real GPU, and says why', async () => {
  expect(probe.kind).not.toBe('gpu')
  const state = await client.load({ preference: 'auto' })
  expect(state).toMatchObject({ backend: 'wasm', format: 'q8' })
  const why = probe.kind === 'gpu' ? [] : [probe.reason]
  expect(state.why).toEqual(message('encoder-wasm-because', { why }))
})

test.runIf(probe.kind === 'none')('WebGPU on demand without an adapter names the way out', async () => {
  await expect(client.load({ preference: 'webgpu' })).rejects.toMatchObject({
    said: [{ code: 'webgpu-cannot-encode' }],
  })
})

test.runIf(probe.kind === 'software')('WebGPU on demand computes the 32-bit embedding', async () => {
  const state = await client.load({ preference: 'webgpu' })
  expect(state).toMatchObject({ backend: 'webgpu', format: 'fp32' })
  const { embedding } = await client.encode(REFERENCE_SENTENCE)
  expect(cosine(embedding, unpackVector(reference.fp32))).toBeGreaterThan(0.99999)
})
