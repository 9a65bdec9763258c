import { expect, test, vi } from 'vitest'
import { message, Problem, problem } from '../../../src/core/messages/message.ts'
import {
  createWorkerClient,
  type Remote,
  transfer,
  type WorkerClientOptions,
} from '../../../src/engine/worker/client.ts'
import { rest } from '../../../src/engine/worker/serve.ts'
import { localWorkers } from '../../fixtures/workers.ts'

/** What a worker of the page might do. */
class Service {
  readonly #seen: string[] = []

  note(word: string) {
    this.#seen.push(word)
  }
  seen() {
    return this.#seen
  }
  sum(values: Float32Array) {
    return values.reduce((sum, value) => sum + value, 0)
  }
  /** The buffer of `values` goes back with the answer. */
  doubled(values: Float32Array) {
    const twice = values.map(value => 2 * value)
    return transfer(twice, [twice.buffer])
  }
  async listen(port: MessagePort) {
    return new Promise<string>(resolve => {
      port.onmessage = ({ data }) => {
        port.close()
        resolve(String(data))
      }
    })
  }
  async count(to: number, tell: (n: number) => Promise<void> | void) {
    for (let n = 1; n <= to; n++) await tell(n)
    return to
  }
  fail(kind: 'problem' | 'error' | 'word') {
    if (kind === 'problem')
      throw new Problem(message('file-too-large', { bytes: 9, mostBytes: 5 }), message('no-log-open', {}))
    if (kind === 'error') throw new TypeError('no such kernel')
    throw kind
  }
  /** Lets messages in, and ends when it is aborted. */
  async untilAborted(signal: AbortSignal) {
    while (!signal.aborted) await rest()
    signal.throwIfAborted()
  }
  /** Never answers, whatever happens. */
  stuck() {
    return new Promise<void>(() => {})
  }
}

function setUp(options: WorkerClientOptions<Service> = {}) {
  const { create, started } = localWorkers(() => new Service())
  return { client: createWorkerClient<Service>(create, options), started }
}

const stuck = (service: Remote<Service>) => service.stuck()
const seen = (service: Remote<Service>) => service.seen()

test('a worker is started by the first call, takes calls in their order and keeps its state', async () => {
  const { client, started } = setUp()
  expect(started).toHaveLength(0)
  void client.call(service => service.note('a'))
  void client.call(service => service.note('b'))
  expect(await client.call(seen)).toEqual(['a', 'b'])
  expect(started).toHaveLength(1)
})

test('what a worker is asked at its start comes before its first call', async () => {
  const { client } = setUp({ onStart: service => void service.note('started') })
  void client.call(service => service.note('a'))
  expect(await client.call(seen)).toEqual(['started', 'a'])
})

test('a function that crosses runs on the page, and what it throws fails the call', async () => {
  const { client } = setUp()
  const told: number[] = []
  expect(await client.call(service => service.count(3, n => void told.push(n)))).toBe(3)
  expect(told).toEqual([1, 2, 3])
  const refused = client.call(service =>
    service.count(3, () => {
      throw problem('no-world-shown', {})
    }),
  )
  await expect(refused).rejects.toMatchObject({ said: [message('no-world-shown', {})] })
})

test('buffers and ports that are transferred move, in both directions; others are copied', async () => {
  const { client } = setUp()
  const [copied, moved] = [Float32Array.of(1, 2), Float32Array.of(3, 4)]
  expect(await client.call(service => service.sum(copied))).toBe(3)
  expect(await client.call(service => service.sum(transfer(moved, [moved.buffer])))).toBe(7)
  expect([copied.length, moved.length]).toEqual([2, 0])
  expect(await client.call(service => service.doubled(copied))).toEqual(Float32Array.of(2, 4))
  const { port1, port2 } = new MessageChannel()
  const heard = client.call(service => service.listen(transfer(port2, [port2])))
  port1.postMessage('hello')
  expect(await heard).toBe('hello')
})

test('a problem crosses with all its codes and numbers; anything else thrown is foreign', async () => {
  const { client } = setUp()
  const said = async (kind: 'problem' | 'error' | 'word') => {
    const error = await client.call(service => service.fail(kind)).catch((why: unknown) => why)
    expect(error).toBeInstanceOf(Problem)
    return error instanceof Problem ? error.said : []
  }
  expect(await said('problem')).toEqual([
    message('file-too-large', { bytes: 9, mostBytes: 5 }),
    message('no-log-open', {}),
  ])
  expect(await said('error')).toEqual([message('foreign', { detail: 'no such kernel' })])
  expect(await said('word')).toEqual([message('foreign', { detail: 'word' })])
})

test('what cannot be copied fails its call and no other', async () => {
  const { client, started } = setUp()
  const bad = { postMessage: Symbol('not plain') }
  const note = (service: Remote<Service>) => Reflect.apply(service.note, service, [bad])
  await expect(client.call(note)).rejects.toThrow(/could not be cloned/)
  expect(await client.call(seen)).toEqual([])
  expect(started).toHaveLength(1)
})

test('a worker that stops fails every open call with the reason, and the next call starts another', async () => {
  const onStop = vi.fn()
  const { client, started } = setUp({ onStop })
  const open = [client.call(stuck), client.call(stuck, new AbortController().signal)]
  started[0].stop('out of memory')
  for (const call of open) {
    await expect(call).rejects.toMatchObject({ said: [message('worker-stopped', { why: 'out of memory' })] })
  }
  expect(onStop).toHaveBeenCalledTimes(1)
  expect(started[0].terminated).toBe(true)
  await client.call(service => service.note('again'))
  expect(await client.call(seen)).toEqual(['again'])
  expect(started).toHaveLength(2)
})

test('code that cannot be fetched and an answer that cannot be read stop a worker; so does one that cannot be created', async () => {
  const { client, started } = setUp()
  const unfetched = client.call(stuck)
  started[0].stop()
  await expect(unfetched).rejects.toMatchObject({ said: [message('worker-stopped', { why: '' })] })
  const unread = client.call(stuck)
  Reflect.apply(EventTarget.prototype.dispatchEvent, started[1].endpoint, [new Event('messageerror')])
  await expect(unread).rejects.toMatchObject({ said: [message('worker-stopped', { why: '' })] })
  const onStop = vi.fn()
  const none = createWorkerClient<Service>(
    () => {
      throw new Error('not allowed')
    },
    { onStop },
  )
  await expect(none.call(stuck)).rejects.toMatchObject({
    said: [message('worker-stopped', { why: 'not allowed' })],
  })
  expect(onStop).toHaveBeenCalledTimes(1)
})

test('a client that is disposed of ends its worker, aborts its open calls, and can be used again', async () => {
  const onStop = vi.fn()
  const { client, started } = setUp({ onStop })
  const open = client.call(stuck)
  client.dispose()
  await expect(open).rejects.toMatchObject({ name: 'AbortError' })
  expect(started[0].terminated).toBe(true)
  expect(await client.call(seen)).toEqual([])
  expect(started).toHaveLength(2)
  expect(onStop).not.toHaveBeenCalled()
})

test('an aborted call rejects at once with the signal’s reason, and the service hears of it', async () => {
  const { client, started } = setUp()
  const ended = new AbortController()
  const open = client.call(service => service.untilAborted(ended.signal), ended.signal)
  ended.abort(new Error('enough'))
  await expect(open).rejects.toThrow('enough')
  await expect(client.call(seen, ended.signal)).rejects.toThrow('enough')
  // The worker is the same one, and free again: its loop has ended by itself.
  expect(await client.call(seen)).toEqual([])
  expect(started).toHaveLength(1)
})

test('a signal that aborted before the call or within the service ends in an AbortError', async () => {
  const { client } = setUp()
  await expect(client.call(service => service.untilAborted(AbortSignal.abort()))).rejects.toMatchObject({
    name: 'AbortError',
  })
})

test('a worker that is stuck in an aborted call is ended, and the calls that wait for it go to a fresh one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { client, started } = setUp({ patienceMs: 500 })
    const ended = new AbortController()
    const open = client.call(stuck, ended.signal)
    ended.abort(new Error('enough'))
    await expect(open).rejects.toThrow('enough')
    const waits = client.call(seen)
    await vi.advanceTimersByTimeAsync(499)
    expect([started.length, started[0].terminated]).toEqual([1, false])
    await vi.advanceTimersByTimeAsync(1)
    expect(await waits).toEqual([])
    expect([started.length, started[0].terminated]).toEqual([2, true])
  } finally {
    vi.useRealTimers()
  }
})

test('a worker with a call that somebody waits for is never ended for an aborted one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { client, started } = setUp({ patienceMs: 500 })
    const [first, second] = [new AbortController(), new AbortController()]
    const wanted = client.call(stuck, second.signal)
    const open = client.call(stuck, first.signal)
    first.abort(new Error('enough'))
    await expect(open).rejects.toThrow('enough')
    await vi.advanceTimersByTimeAsync(5000)
    expect(started[0].terminated).toBe(false)
    expect(await client.call(seen)).toEqual([])
    second.abort(new Error('too'))
    await expect(wanted).rejects.toThrow('too')
    await vi.advanceTimersByTimeAsync(500)
    expect(started[0].terminated).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

test('a worker that is given a bound is ended when it has had nothing to do for so long; others stay', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const [bounded, others] = [setUp({ idleMs: 1000 }), setUp()]
    for (const { client } of [bounded, others]) await client.call(seen)
    await vi.advanceTimersByTimeAsync(999)
    const ended = new AbortController()
    const wanted = bounded.client.call(service => service.untilAborted(ended.signal))
    await vi.advanceTimersByTimeAsync(5000)
    expect(bounded.started[0].terminated).toBe(false)
    ended.abort()
    await expect(wanted).rejects.toMatchObject({ name: 'AbortError' })
    await vi.advanceTimersByTimeAsync(999)
    expect(bounded.started[0].terminated).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect([bounded.started[0].terminated, others.started[0].terminated]).toEqual([true, false])
    expect(await bounded.client.call(seen)).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})

test('calls that wait for a stuck worker settle when they are aborted, when it stops, and when it is disposed of', async () => {
  const drain = async () => {
    const { client, started } = setUp()
    const ended = new AbortController()
    const open = client.call(stuck, ended.signal)
    ended.abort(new Error('enough'))
    await expect(open).rejects.toThrow('enough')
    return { client, worker: started[0] }
  }
  const aborted = await drain()
  const ended = new AbortController()
  const waits = aborted.client.call(seen, ended.signal)
  ended.abort(new Error('no more'))
  await expect(waits).rejects.toThrow('no more')
  const stopped = await drain()
  const next = stopped.client.call(seen)
  stopped.worker.stop()
  expect(await next).toEqual([])
  const disposed = await drain()
  const last = disposed.client.call(seen)
  disposed.client.dispose()
  await expect(last).rejects.toMatchObject({ name: 'AbortError' })
})
