import { expect, test, vi } from 'vitest'
import { message, problem } from '../../../src/core/messages/message.ts'
import type { EncoderInfo, EncoderProgress } from '../../../src/core/session/encoding.ts'
import { createEncoderClient } from '../../../src/engine/encoder/client.ts'
import type { Encoder } from '../../../src/engine/encoder/encoder.ts'
import type { EncodedPrompt } from '../../../src/engine/encoder/model.ts'
import { EncoderService } from '../../../src/engine/encoder/service.ts'
import type { TextQueue } from '../../../src/engine/encoder/textQueue.ts'
import { serveWorker } from '../../../src/engine/worker/serve.ts'
import { localWorkers } from '../../fixtures/workers.ts'

const WHY = message('encoder-wasm-chosen', {})
const STATE = { backend: 'wasm', format: 'q8', why: WHY, msPerPrompt: 9, cacheNote: null } as const
const RUNTIME = { plain: { module: '', binary: '' }, webgpu: { binary: '' } }

/** What stands in for the device in one worker: it answers when the test says so. */
class Device implements Pick<Encoder, 'load' | 'encode' | 'encodeWhole'> {
  readonly loads: { resolve(state: EncoderInfo): void; reject(why: unknown): void }[] = []
  readonly texts: string[] = []
  onProgress: (progress: EncoderProgress) => void = () => {}
  #asked: { resolve(prompts: EncodedPrompt[]): void; reject(why: unknown): void }[] = []

  load(_options: unknown, onProgress: (progress: EncoderProgress) => void = () => {}) {
    this.onProgress = onProgress
    return new Promise<EncoderInfo>((resolve, reject) => this.loads.push({ resolve, reject }))
  }
  encode(texts: readonly string[]) {
    this.texts.push(...texts)
    return new Promise<EncodedPrompt[]>((resolve, reject) => this.#asked.push({ resolve, reject }))
  }
  async encodeWhole(text: string) {
    const [prompt] = await this.encode([text])
    return { ...prompt, windows: 1, unknown: false }
  }
  /** Answers the prompt that was asked for first, as soon as it is. */
  async answer(tokens: number) {
    await vi.waitFor(() => expect(this.#asked).not.toHaveLength(0))
    this.#asked.shift()?.resolve([{ embedding: new Float32Array(384), tokens, unknown: 0, truncated: false }])
  }
  async fail(why: unknown) {
    await vi.waitFor(() => expect(this.#asked).not.toHaveLength(0))
    this.#asked.shift()?.reject(why)
  }
}

function start() {
  const devices: Device[] = []
  const { create, started } = localWorkers(() => {
    const device = new Device()
    devices.push(device)
    return new EncoderService(device, RUNTIME)
  })
  const client = createEncoderClient({
    baseUrl: 'https://page.example/',
    probe: async () => ({ kind: 'none', reason: message('webgpu-not-offered', {}) }),
    createWorker: create,
  })
  /** The device of a worker in which a load has begun. */
  async function loading(worker = 0): Promise<Device> {
    await vi.waitFor(() => expect(devices[worker]?.loads).toHaveLength(1))
    return devices[worker]
  }
  return { client, workers: started, loading }
}

async function startLoaded() {
  const { client, workers, loading } = start()
  const state = client.load({ preference: 'wasm' })
  const device = await loading()
  device.loads[0].resolve(STATE)
  await state
  return { client, device, workers, loading }
}

test('the size before a download counts every file, the runtime included', async () => {
  const { bytes, parts } = await start().client.downloadSize('auto')
  expect(parts.map(({ label }) => label)).toEqual(['runtime', 'tokenizer', 'weights (q8)'])
  expect(bytes).toBe(14_264_838 + 711_661 + 22_972_370)
  await expect(start().client.downloadSize('webgpu')).rejects.toThrow('webgpu-cannot-encode')
})

test('loading reports progress and the same preference joins it', async () => {
  const { client, workers, loading } = start()
  const seen: number[] = []
  const first = client.load({ preference: 'wasm', onProgress: ({ loadedBytes }) => seen.push(loadedBytes) })
  const second = client.load({ preference: 'wasm' })
  const device = await loading()
  device.onProgress({ stage: 'download', loadedBytes: 5, totalBytes: 9 })
  await vi.waitFor(() => expect(seen).toEqual([5]))
  device.loads[0].resolve(STATE)
  expect(await Promise.all([first, second])).toEqual([STATE, STATE])
  expect(workers).toHaveLength(1)
})

test('a failed start is forgotten, so that a retry can work', async () => {
  const { client, workers, loading } = start()
  const failing = client.load({ preference: 'wasm' })
  const device = await loading()
  device.loads[0].reject(new Error('no network'))
  await expect(failing).rejects.toThrow('no network')
  expect(workers[0].terminated).toBe(true)
  const retry = client.load({ preference: 'wasm' })
  const second = await loading(1)
  second.loads[0].resolve(STATE)
  expect(await retry).toEqual(STATE)
})

test('a worker whose code does not load is a failed start', async () => {
  const { client, workers, loading } = start()
  const failing = client.load({ preference: 'wasm' })
  await loading()
  workers[0].stop()
  await expect(failing).rejects.toMatchObject({ said: [{ code: 'worker-stopped' }] })
  await expect(client.encode('one')).rejects.toMatchObject({ said: [{ code: 'encoder-not-loaded' }] })
})

test('aborting a load stops the worker, and with it the download', async () => {
  const { client, workers, loading } = start()
  const abort = new AbortController()
  const failing = client.load({ preference: 'wasm', signal: abort.signal })
  await loading()
  abort.abort()
  await expect(failing).rejects.toThrow('abort')
  expect(workers[0].terminated).toBe(true)
})

test('another preference replaces the encoder, and what it was asked for ends', async () => {
  const { client, workers, loading } = await startLoaded()
  const prompt = client.encode('one')
  void client.load({ preference: 'webgpu' }).catch(() => {})
  await expect(prompt).rejects.toMatchObject({ name: 'AbortError' })
  await loading(1)
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
  client.dispose()
})

test('the newest prompt wins: those before it are dropped, and only it follows the one that runs', async () => {
  const { client, device } = await startLoaded()
  const [first, second] = ['one', 'two'].map(text => client.encode(text).catch((error: Error) => error.name))
  const third = client.encode('three')
  await device.answer(1)
  await device.answer(3)
  expect(await Promise.all([first, second])).toEqual(['AbortError', 'AbortError'])
  expect((await third).tokens).toBe(3)
  expect(device.texts).toEqual(['one', 'three'])
})

test('an aborted prompt rejects at once and its answer is dropped', async () => {
  const { client, device } = await startLoaded()
  const abort = new AbortController()
  const dropped = client.encode('one', abort.signal)
  await vi.waitFor(() => expect(device.texts).toEqual(['one']))
  abort.abort()
  await expect(dropped).rejects.toThrow('abort')
  const next = client.encode('two')
  await device.answer(1)
  await device.answer(2)
  expect((await next).tokens).toBe(2)
})

test('a device that fails during a prompt ends the encoder, and load starts another', async () => {
  const { client, device, workers, loading } = await startLoaded()
  const [prompt, waiting] = ['one', 'two'].map(text => client.encode(text).catch((why: Error) => why))
  await device.fail(problem('no-world-shown', {}))
  expect(await prompt).toMatchObject({ name: 'AbortError' })
  expect(await waiting).toMatchObject({ said: [{ code: 'no-world-shown' }] })
  await expect(client.encode('three')).rejects.toMatchObject({ said: [{ code: 'encoder-not-loaded' }] })
  void client.load({ preference: 'wasm' }).catch(() => {})
  await loading(1)
  expect(workers).toHaveLength(2)
  client.dispose()
})

test('a prompt out of bounds never reaches the worker', async () => {
  const { client, device } = await startLoaded()
  await expect(client.encode('')).rejects.toThrow('empty')
  expect(device.texts).toEqual([])
})

test('texts come from the other end of a port and their embeddings go back there', async () => {
  const { client, device } = await startLoaded()
  const texts = ['one', 'two']
  const kept: (readonly [number, number])[] = []
  const queue: TextQueue = {
    next: async count => ({ start: 7, texts: texts.splice(0, count) }),
    keep: async (from, embeddings) => void kept.push([from, embeddings.length]),
  }
  const { port1, port2 } = new MessageChannel()
  serveWorker(queue, port1)
  let encoded = 0
  const all = client.encodeQueue(port2, () => encoded++)
  await device.answer(1)
  await device.answer(2)
  await all
  expect(device.texts).toEqual(['one', 'two'])
  expect(kept).toEqual([[7, 2 * 384]])
  await vi.waitFor(() => expect(encoded).toBe(2))
  port1.close()
})

test('an encoder that is disposed of while it empties a queue ends its call', async () => {
  const { client, device } = await startLoaded()
  const { port1, port2 } = new MessageChannel()
  const queue: TextQueue = { next: async () => ({ start: 0, texts: ['one'] }), keep: async () => {} }
  serveWorker(queue, port1)
  const all = client.encodeQueue(port2, () => {})
  await vi.waitFor(() => expect(device.texts).toEqual(['one']))
  client.dispose()
  await expect(all).rejects.toMatchObject({ name: 'AbortError' })
  port1.close()
})
