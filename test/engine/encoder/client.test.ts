import { expect, test } from 'vitest'
import { createEncoderClient } from '../../../src/engine/encoder/client.ts'
import type { FromEncoder, ToEncoder } from '../../../src/engine/encoder/messages.ts'
import type { EncoderWorker } from '../../../src/engine/encoder/session.ts'

/** A worker whose answers the test gives. */
class FakeWorker implements EncoderWorker {
  onmessage: EncoderWorker['onmessage'] = null
  onerror: EncoderWorker['onerror'] = null
  readonly received: ToEncoder[] = []
  terminated = false
  postMessage(message: ToEncoder) {
    this.received.push(message)
  }
  terminate() {
    this.terminated = true
  }
  answer(data: FromEncoder) {
    this.onmessage?.(new MessageEvent('message', { data }))
  }
}

const STATE = { backend: 'wasm', format: 'q8', why: 'So.', msPerPrompt: 9, cacheNote: null } as const
const encoded = (tokens: number): FromEncoder => ({
  type: 'encoded',
  prompt: { embedding: new Float32Array(384), tokens, truncated: false },
})

function start() {
  const workers: FakeWorker[] = []
  const client = createEncoderClient({
    baseUrl: 'https://page.example/',
    probe: async () => ({ kind: 'none', reason: 'this is a test' }),
    createWorker() {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
  })
  return { client, workers }
}

async function startLoaded() {
  const { client, workers } = start()
  const state = client.load({ preference: 'wasm' })
  await settle()
  workers[0].answer({ type: 'loaded', state: STATE })
  await state
  return { client, worker: workers[0], workers }
}

/** Lets everything that waits on settled promises run. */
const settle = () => new Promise(resolve => setTimeout(resolve))

test('the size before a download counts every file, the runtime included', async () => {
  const { bytes, parts } = await start().client.downloadSize('auto')
  expect(parts.map(({ label }) => label)).toEqual(['runtime', 'tokenizer', 'weights (q8)'])
  expect(bytes).toBe(14_264_838 + 711_661 + 22_972_370)
  await expect(start().client.downloadSize('webgpu')).rejects.toThrow('this is a test')
})

test('loading reports progress and the same preference joins it', async () => {
  const { client, workers } = start()
  const seen: number[] = []
  const first = client.load({ preference: 'wasm', onProgress: ({ loadedBytes }) => seen.push(loadedBytes) })
  const second = client.load({ preference: 'wasm' })
  await settle()
  workers[0].answer({ type: 'progress', progress: { stage: 'download', loadedBytes: 5, totalBytes: 9 } })
  workers[0].answer({ type: 'loaded', state: STATE })
  expect(await Promise.all([first, second])).toEqual([STATE, STATE])
  expect(seen).toEqual([5])
  expect(workers).toHaveLength(1)
})

test('a failed start is forgotten, so that a retry can work', async () => {
  const { client, workers } = start()
  const failing = client.load({ preference: 'wasm' })
  await settle()
  workers[0].answer({ type: 'failed', message: 'no network' })
  await expect(failing).rejects.toThrow('no network')
  expect(workers[0].terminated).toBe(true)
  const retry = client.load({ preference: 'wasm' })
  await settle()
  workers[1].answer({ type: 'loaded', state: STATE })
  expect(await retry).toEqual(STATE)
})

test('a worker whose code does not load is a failed start', async () => {
  const { client, workers } = start()
  const failing = client.load({ preference: 'wasm' })
  await settle()
  workers[0].onerror?.(Object.assign(Object.create(null), { message: '' }))
  await expect(failing).rejects.toThrow('could not be loaded')
})

test('aborting a load stops the worker, and with it the download', async () => {
  const { client, workers } = start()
  const abort = new AbortController()
  const loading = client.load({ preference: 'wasm', signal: abort.signal })
  await settle()
  abort.abort()
  await expect(loading).rejects.toThrow('abort')
  expect(workers[0].terminated).toBe(true)
})

test('another preference replaces the encoder', async () => {
  const { client, workers } = await startLoaded()
  void client.load({ preference: 'webgpu' }).catch(() => {})
  await settle()
  expect(workers[0].terminated).toBe(true)
  expect(workers[1].received).toMatchObject([{ type: 'load', preference: 'webgpu' }])
  client.dispose()
})

test('the newest prompt wins: those before it are dropped, and only it follows the one that runs', async () => {
  const { client, worker } = await startLoaded()
  const [first, second] = ['one', 'two'].map(text => client.encode(text).catch((error: Error) => error.name))
  const third = client.encode('three')
  await settle()
  worker.answer(encoded(1))
  worker.answer(encoded(3))
  expect(await Promise.all([first, second])).toEqual(['AbortError', 'AbortError'])
  expect((await third).tokens).toBe(3)
  expect(worker.received.slice(1)).toEqual([
    { type: 'encode', text: 'one' },
    { type: 'encode', text: 'three' },
  ])
})

test('an aborted prompt rejects at once and its answer is dropped', async () => {
  const { client, worker } = await startLoaded()
  const abort = new AbortController()
  const dropped = client.encode('one', abort.signal)
  await settle()
  abort.abort()
  await expect(dropped).rejects.toThrow('abort')
  const next = client.encode('two')
  await settle()
  worker.answer(encoded(1))
  worker.answer(encoded(2))
  expect((await next).tokens).toBe(2)
})

test('a device that fails during a prompt ends the encoder, and load starts another', async () => {
  const { client, worker, workers } = await startLoaded()
  const prompt = client.encode('one')
  await settle()
  worker.answer({ type: 'failed', message: 'device lost' })
  await expect(prompt).rejects.toThrow('device lost')
  await expect(client.encode('two')).rejects.toThrow('not loaded')
  void client.load({ preference: 'wasm' }).catch(() => {})
  await settle()
  expect(workers).toHaveLength(2)
  client.dispose()
})

test('a prompt out of bounds never reaches the worker', async () => {
  const { client, worker } = await startLoaded()
  await expect(client.encode('')).rejects.toThrow('empty')
  expect(worker.received).toHaveLength(1)
})
