import { expect, test } from 'vitest'
import type { TextQueue } from '../../../src/engine/encoder/textQueue.ts'
import { encodeTexts } from '../../../src/engine/log/encodeTexts.ts'
import { serveWorker } from '../../../src/engine/worker/serve.ts'
import { fakeEncoders } from '../../fixtures/encoders.ts'

/** Texts of one character, two, and so on, at the far end of as many ports as are opened. */
function queueOf(count: number) {
  const kept = new Map<number, number>()
  let handedOut = 0
  const queue: TextQueue = {
    async next(wanted) {
      const start = handedOut
      handedOut = Math.min(count, handedOut + wanted)
      return { start, texts: Array.from({ length: handedOut - start }, (_, i) => 'x'.repeat(start + i + 1)) }
    },
    async keep(start, embeddings) {
      for (let i = 0; i < embeddings.length / 384; i++) kept.set(start + i, embeddings[i * 384])
    },
  }
  async function openPort() {
    const { port1, port2 } = new MessageChannel()
    serveWorker(queue, port1)
    return port2
  }
  return { kept, openPort }
}

const options = { signal: new AbortController().signal, onDownload: () => {}, onEncoded: () => {} }

test('every text is encoded once and its embedding lands in its place, however many workers', async () => {
  for (const cores of [1, 8]) {
    const { kept, openPort } = queueOf(450)
    const { encoders, createClient } = fakeEncoders()
    let encoded = 0
    await encodeTexts({
      ...options,
      count: 450,
      cores,
      openPort,
      createClient,
      onEncoded: () => encoded++,
    })
    expect(encoded).toBe(450)
    expect(kept.size).toBe(450)
    for (const [place, length] of kept) expect(length).toBe(place + 1)
    expect(encoders).toHaveLength(cores === 1 ? 1 : 4)
    expect(encoders.every(({ disposed }) => disposed)).toBe(true)
  }
})

test('few texts start one worker', async () => {
  const { encoders, createClient } = fakeEncoders()
  await encodeTexts({ ...options, count: 60, cores: 16, openPort: queueOf(60).openPort, createClient })
  expect(encoders).toHaveLength(1)
})

test('a cancelled encoding stops its workers and keeps whole batches only', async () => {
  const abort = new AbortController()
  const { kept, openPort } = queueOf(100)
  let encoded = 0
  const { encoders, createClient } = fakeEncoders()
  const running = encodeTexts({
    ...options,
    count: 100,
    cores: 1,
    openPort,
    createClient,
    signal: abort.signal,
    onEncoded() {
      if (++encoded === 20) abort.abort()
    },
  })
  await expect(running).rejects.toMatchObject({ name: 'AbortError' })
  expect(kept.size).toBe(16)
  expect(encoders[0].disposed).toBe(true)
})

test('a worker that fails ends all of them', async () => {
  const { encoders, createClient } = fakeEncoders(text => {
    if (text.length === 300) throw new Error('device lost')
  })
  const { openPort } = queueOf(450)
  const running = encodeTexts({ ...options, count: 450, cores: 8, openPort, createClient })
  await expect(running).rejects.toThrow('device lost')
  expect(encoders.every(({ disposed }) => disposed)).toBe(true)
})

test('without a way to the texts the encoding fails, and does not wait for ever', async () => {
  const { encoders, createClient } = fakeEncoders()
  const openPort = () => Promise.reject(new Error('no log is open'))
  const running = encodeTexts({ ...options, count: 60, cores: 1, openPort, createClient })
  await expect(running).rejects.toThrow('no log is open')
  expect(encoders.every(({ disposed }) => disposed)).toBe(true)
})
