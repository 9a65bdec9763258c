/** The worker of own logs, from the file to the world, without a browser: nothing can be kept here. */
import { expect, test } from 'vitest'
import { LogService } from '../../../src/app/log/service.ts'
import type { Mapping } from '../../../src/core/log/mapping.ts'
import { packReading } from '../../../src/core/log/readings.ts'
import { message, Problem } from '../../../src/core/messages/message.ts'
import type { TextQueue } from '../../../src/engine/encoder/textQueue.ts'
import { EmbeddingCache } from '../../../src/engine/log/embeddingCache.ts'
import { createWorkerClient } from '../../../src/engine/worker/client.ts'
import { transfer, wrap } from '../../../src/engine/worker/transferHandlers.ts'
import { testLog, writeLog } from '../../fixtures/logTables.ts'
import { localWorkers } from '../../fixtures/workers.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

const files = writeLog(testLog(), 'wide csv').map(
  ({ name, bytes }) => new File([Uint8Array.from(bytes)], name),
)

/** A client whose worker is a service in this thread. */
async function startRead(openCache = () => EmbeddingCache.open()) {
  const service = new LogService(openCache)
  const client = createWorkerClient<LogService>(localWorkers(() => service).create)
  // Not through the channel: in Node a file loses its name there.
  const { guess } = await service.open(files, () => {})
  const summary = await client.call(service => service.read(1, guess))

  const prepare = (reading: number, heldOut: readonly string[] = []) =>
    client.call(service => service.prepare(reading, heldOut, () => {}))
  /** The far end of a way to the texts. */
  async function textsOf(reading: number) {
    const { port1, port2 } = new MessageChannel()
    await client.call(service => service.serveTexts(reading, transfer(port1, [port1])))
    return wrap<TextQueue>(port2)
  }
  const build = (reading: number, title = '', heldOut: readonly string[] = [], keepTexts = true) =>
    client.call(service => service.build({ reading, title, heldOut, keepTexts }))
  return { client, guess, summary, prepare, textsOf, build }
}

/** The same columns, but another of them holds the prompt. */
function withPromptIn(guess: Mapping, column: number): Mapping {
  const columns = guess.columns.map((old, i) => {
    if (i === column) return { role: 'prompt', llm: '' } as const
    return old.role === 'prompt' ? ({ role: 'ignore', llm: '' } as const) : old
  })
  return { ...guess, columns }
}

const codesOf = (error: unknown) => (error instanceof Problem ? error.said.map(({ code }) => code) : error)

test('a log goes from its file to a world in two forms, which is said not to be kept', async () => {
  const { summary, prepare, textsOf, build } = await startRead()
  expect([summary.prompts, summary.llms]).toEqual([60, ['gpt-4', 'llama-2', 'phi-3.5']])
  expect(await prepare(1, ['law'])).toEqual({ texts: 60, missing: 60 })
  const queue = await textsOf(1)
  const { start, texts } = await queue.next(100)
  expect([start, texts.length]).toEqual([0, 60])
  await queue.keep(0, unitVectors(60, 1), new Uint8Array(60).fill(1))
  const { world, notes } = await build(1, ' Mine ', ['law'])
  expect(world.whole.title).toBe('Mine')
  expect(world.whole.size).toBe(60)
  expect(world.gallery.size).toBeLessThan(60)
  expect(Object.keys(world.gallery.texts)).toHaveLength(world.gallery.size)
  expect(notes.map(({ code }) => code)).toEqual(['storage-refused', 'log-not-kept'])

  // Other families kept out need no new encoding.
  expect(await prepare(1)).toMatchObject({ missing: 0 })
  const again = await build(1, '', [], false)
  expect(again.world.whole.id).not.toBe(world.whole.id)
  expect(again.world.whole.texts).toEqual({})
  expect(again.world.whole.title).toBe('log.csv')
})

test('an encoding that was cut short goes on where it stopped', async () => {
  const { prepare, textsOf, build } = await startRead()
  await prepare(1)
  const queue = await textsOf(1)
  await queue.next(16)
  await queue.next(16)
  await queue.keep(16, unitVectors(16, 1), new Uint8Array(16).fill(1))
  expect(await build(1).catch(codesOf)).toEqual(['prompts-not-encoded'])
  expect(await prepare(1)).toEqual({ texts: 60, missing: 44 })
})

test('two workers share the texts: none is handed out twice', async () => {
  const { prepare, textsOf } = await startRead()
  await prepare(1)
  const [one, other] = [await textsOf(1), await textsOf(1)]
  const handed = [await one.next(40), await other.next(40)].flatMap(({ texts }) => texts)
  expect(new Set(handed).size).toBe(60)
  expect((await one.next(40)).texts).toEqual([])
})

test('a read with another prompt column knows nothing of the encoding before, however late that ends', async () => {
  const { client, guess, prepare, textsOf, build } = await startRead()
  await prepare(1)
  const former = await textsOf(1)
  const before = await former.next(16)
  const other = withPromptIn(
    guess,
    guess.columns.findIndex(({ role }) => role === 'ignore'),
  )
  await client.call(service => service.read(2, other))
  expect(await prepare(2)).toEqual({ texts: 60, missing: 60 })
  const queue = await textsOf(2)

  // What the former encoding still asks for and brings is its own.
  expect((await former.next(16)).texts).toHaveLength(16)
  await former.keep(before.start, unitVectors(16, 1), new Uint8Array(16).fill(1))
  expect(await build(2).catch(codesOf)).toEqual(['prompts-not-encoded'])
  const { start, texts } = await queue.next(100)
  expect([start, texts.length]).toEqual([0, 60])
  expect(texts).toContain('s0')
  expect(texts.filter(text => before.texts.includes(text))).toEqual([])
  expect(await prepare(1).catch(codesOf)).toEqual(['no-log-open'])
})

test('texts that are still looked up when another prompt column is read are not encoded for it', async () => {
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const caches = [held, Promise.resolve()]
  const { client, guess, prepare, textsOf } = await startRead(async () => {
    await caches.shift()
    return EmbeddingCache.open()
  })
  const former = prepare(1)
  const other = withPromptIn(
    guess,
    guess.columns.findIndex(({ role }) => role === 'ignore'),
  )
  await client.call(service => service.read(2, other))
  release()
  await former
  await prepare(2)
  const { texts } = await (await textsOf(2)).next(100)
  expect(texts).toContain('s0')
})

test('what is refused is a problem, and the service works on', async () => {
  const { client, guess, prepare } = await startRead()
  const none = { ...guess, columns: guess.columns.map(() => ({ role: 'ignore' as const, llm: '' })) }
  await expect(client.call(service => service.read(2, none))).rejects.toBeInstanceOf(Problem)
  expect(await prepare(2).catch(codesOf)).toEqual(['no-log-open'])
  await client.call(service => service.read(3, guess))
  await expect(prepare(3, ['nothing'])).rejects.toBeInstanceOf(Problem)
  expect(await prepare(3)).toMatchObject({ missing: 60 })
})

test('texts that the encoder cannot tell apart, or does not know, are counted on the card and said', async () => {
  const { prepare, textsOf, build } = await startRead()
  await prepare(1)
  const queue = await textsOf(1)
  await queue.next(100)
  const embeddings = unitVectors(60, 1)
  embeddings.copyWithin(384, 0, 384)
  const readings = Uint8Array.from({ length: 60 }, (_, i) =>
    packReading({ windows: i < 3 ? 2 : 1, truncated: i === 2, unknown: i === 7 }),
  )
  await queue.keep(0, embeddings, readings)
  const { world, readings: said } = await build(1)
  expect(said).toEqual([
    message('prompts-in-windows', { prompts: 3, windows: 6 }),
    message('prompts-cut', { prompts: 1 }),
    message('prompts-unknown', { prompts: 1 }),
    message('embeddings-shared', { prompts: 2, of: 60, embeddings: 1 }),
  ])
  expect(world.whole.card.limits).toEqual(expect.arrayContaining([...said]))
})
