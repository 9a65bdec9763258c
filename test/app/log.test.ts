/** From the file to the world with the page's own driver: workers in this thread, encoders without a model. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LogService, type LogWorld } from '../../src/app/log/service.ts'
import { createLogs } from '../../src/app/log.ts'
import type { CatalogueEntry } from '../../src/core/world/manifest.ts'
import { EmbeddingCache } from '../../src/engine/log/embeddingCache.ts'
import { createLogStore } from '../../src/store/log.ts'
import { fakeEncoders } from '../fixtures/encoders.ts'
import { testLog, writeLog } from '../fixtures/logTables.ts'
import { localWorkers } from '../fixtures/workers.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const files = writeLog(testLog(), 'wide csv').map(
  ({ name, bytes }) => new File([Uint8Array.from(bytes)], name),
)
beforeEach(() => void vi.stubGlobal('navigator', { hardwareConcurrency: 2 }))
afterEach(() => void vi.unstubAllGlobals())

const kept: LogWorld = { whole: tinyWorld(), gallery: tinyWorld() }

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}

/** A worker whose kept worlds come when the test says so. */
class Service extends LogService {
  readonly #loads: Promise<void>
  constructor(loads: Promise<void>) {
    super(() => EmbeddingCache.open())
    this.#loads = loads
  }
  /** In Node a file loses its name on its way into a worker. */
  override open(_: readonly File[], onRows: (rows: number) => void) {
    return super.open(files, onRows)
  }
  override async load() {
    await this.#loads
    return kept
  }
}

function start({ encode = () => {}, loads = Promise.resolve() }: Setup = {}) {
  const log = createLogStore()
  const worlds: (readonly CatalogueEntry[])[] = []
  const shown: string[] = []
  const { create, started } = localWorkers(() => new Service(loads))
  const { encoders, createClient } = fakeEncoders(encode)
  const logs = createLogs({
    log,
    onWorlds: entries => worlds.push(entries),
    show: id => shown.push(id),
    createWorker: create,
    createEncoder: createClient,
  })
  const until = (kind: string) =>
    vi.waitFor(() => expect(log.getState().status).toMatchObject({ kind }), 5000)
  const read = () => vi.waitFor(() => expect(log.getState().task).toBeNull(), 5000)
  async function chooseAndRead() {
    logs.actions.choose(files)
    await until('preview')
    await read()
  }
  return { log, logs, worlds, shown, started, encoders, until, read, chooseAndRead }
}

interface Setup {
  readonly encode?: (text: string) => Promise<void> | void
  readonly loads?: Promise<void>
}

test('a file becomes a world of this visit, which is listed and then shown', async () => {
  const { log, logs, worlds, shown, started, encoders, until, chooseAndRead } = start()
  await chooseAndRead()
  logs.actions.rename('Mine')
  logs.actions.makeWorld()
  await until('done')
  await vi.waitFor(() => expect(shown).toHaveLength(1))
  expect(worlds.at(-1)?.map(({ title }) => title)).toEqual(['Mine'])
  expect((await logs.load(shown[0])).whole.title).toBe('Mine')
  expect(log.getState().status).toMatchObject({ id: shown[0], title: 'Mine' })
  // Nothing is held any longer: neither the file nor the encoders.
  expect(started.map(({ terminated }) => terminated)).toEqual([true])
  expect(encoders.map(({ disposed }) => disposed)).toEqual([true])
})

test('a cancelled encoding ends its encoders, and can be taken up again', async () => {
  let held = deferred()
  const { log, logs, encoders, until, chooseAndRead } = start({ encode: () => held.promise })
  await chooseAndRead()
  logs.actions.makeWorld()
  await vi.waitFor(() => expect(encoders[0]?.loads).toBe(2))
  logs.actions.cancel()
  expect(encoders[0].disposed).toBe(true)
  expect(log.getState().status).toEqual({ kind: 'preview', checking: false, problems: [] })
  held.resolve()
  held = deferred()
  held.resolve()
  logs.actions.makeWorld()
  await until('done')
})

test('a world made after a cancelled encoding holds the texts of the prompt column chosen last', async () => {
  const { log, logs, until, read, chooseAndRead } = start({
    encode: text => (text.startsWith('Question') ? new Promise(() => {}) : undefined),
  })
  await chooseAndRead()
  logs.actions.makeWorld()
  await until('encoding')
  logs.actions.cancel()
  const { mapping } = log.getState()
  const [prompt, sample] = ['prompt', 'ignore'].map(
    role => mapping?.columns.findIndex(column => column.role === role) ?? -1,
  )
  logs.actions.assign(prompt, { role: 'ignore', llm: '' })
  logs.actions.assign(sample, { role: 'prompt', llm: '' })
  await read()
  logs.actions.makeWorld()
  await until('done')
  const { status } = log.getState()
  const { whole } = await logs.load(status.kind === 'done' ? status.id : '')
  for (const text of Object.values(whole.texts)) expect(text).toMatch(/^s\d+$/)
  expect(Object.values(whole.texts).length).toBeGreaterThan(0)
  // As the encoder of this test makes them: the text's length, normalised.
  expect(whole.embeddings[0]).toBe(1)
})

test('a file that is chosen while a kept world loads does not touch the load', async () => {
  const held = deferred()
  const { logs, chooseAndRead } = start({ loads: held.promise })
  const loading = logs.load('tiny')
  await chooseAndRead()
  logs.actions.choose(files)
  held.resolve()
  expect((await loading).whole.id).toBe('tiny')
})

test('a worker that dies is said and takes the open file with it, and another file can be chosen', async () => {
  const { log, logs, started, until, chooseAndRead } = start({ encode: () => new Promise(() => {}) })
  await chooseAndRead()
  logs.actions.makeWorld()
  await until('encoding')
  started[0].stop('out of memory')
  expect(log.getState()).toMatchObject({
    status: { kind: 'failed', why: [{ code: 'worker-stopped', params: { why: 'out of memory' } }] },
    preview: null,
  })
  await chooseAndRead()
  expect(log.getState().summary?.prompts).toBe(60)
  expect(started.length).toBe(2)
})

test('a kept world takes the place of the one before it in memory', async () => {
  const { logs, started } = start()
  await logs.load('tiny')
  await logs.load('tiny')
  expect(started.map(({ terminated }) => terminated)).toEqual([true])
})
