import { expect, test } from 'vitest'
import type { EncoderClient } from '../../../src/engine/encoder/client.ts'
import { encodeTexts } from '../../../src/engine/log/encodeTexts.ts'

/** Encodes a text as its length in the first place. */
function fakeClients(encode: (text: string) => Promise<void> = async () => {}) {
  const clients: { loads: number; disposed: boolean }[] = []
  const createClient = (): EncoderClient => {
    const state = { loads: 0, disposed: false }
    clients.push(state)
    return {
      downloadSize: async () => ({ bytes: 0, parts: [] }),
      async load() {
        state.loads++
        return { backend: 'wasm', format: 'q8', why: '', msPerPrompt: 1, cacheNote: null }
      },
      async encode(text) {
        await encode(text)
        const embedding = new Float32Array(384)
        embedding[0] = text.length
        return { embedding, tokens: 3, truncated: false }
      },
      dispose() {
        state.disposed = true
      },
    }
  }
  return { clients, createClient }
}

function queueOf(count: number) {
  const kept = new Map<number, number>()
  let handedOut = 0
  return {
    kept,
    async next(wanted: number) {
      const start = handedOut
      handedOut = Math.min(count, handedOut + wanted)
      return { start, texts: Array.from({ length: handedOut - start }, (_, i) => 'x'.repeat(start + i + 1)) }
    },
    async keep(start: number, embeddings: Float32Array) {
      for (let i = 0; i < embeddings.length / 384; i++) kept.set(start + i, embeddings[i * 384])
    },
  }
}

const options = { signal: new AbortController().signal, onDownload: () => {}, onEncoded: () => {} }

test('every text is encoded once and its embedding lands in its place, however many workers', async () => {
  for (const cores of [1, 8]) {
    const queue = queueOf(450)
    const { clients, createClient } = fakeClients()
    let encoded = 0
    await encodeTexts(queue, { ...options, count: 450, cores, createClient, onEncoded: () => encoded++ })
    expect(encoded).toBe(450)
    expect(queue.kept.size).toBe(450)
    for (const [place, length] of queue.kept) expect(length).toBe(place + 1)
    expect(clients).toHaveLength(cores === 1 ? 1 : 4)
    expect(clients.every(client => client.disposed)).toBe(true)
  }
})

test('few texts start one worker', async () => {
  const { clients, createClient } = fakeClients()
  await encodeTexts(queueOf(60), { ...options, count: 60, cores: 16, createClient })
  expect(clients).toHaveLength(1)
})

test('a cancelled encoding stops its workers and keeps whole batches only', async () => {
  const abort = new AbortController()
  const queue = queueOf(100)
  let encoded = 0
  const { clients, createClient } = fakeClients()
  const running = encodeTexts(queue, {
    ...options,
    count: 100,
    cores: 1,
    createClient,
    signal: abort.signal,
    onEncoded() {
      if (++encoded === 20) abort.abort()
    },
  })
  await expect(running).rejects.toThrow('abort')
  expect(queue.kept.size).toBe(16)
  expect(clients[0].disposed).toBe(true)
})

test('a worker that fails ends all of them', async () => {
  const { clients, createClient } = fakeClients(async text => {
    if (text.length === 300) throw new Error('device lost')
  })
  const running = encodeTexts(queueOf(450), { ...options, count: 450, cores: 8, createClient })
  await expect(running).rejects.toThrow('device lost')
  expect(clients.every(client => client.disposed)).toBe(true)
})
