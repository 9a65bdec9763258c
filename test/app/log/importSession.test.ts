/** The worker of own logs, from the file to the world, without a browser: nothing can be kept here. */
import { expect, test } from 'vitest'
import { createLogClient, type LogWorkerPort, Refusal } from '../../../src/app/log/client.ts'
import { LogImportSession, transferOf } from '../../../src/app/log/importSession.ts'
import { message, problem } from '../../../src/core/messages/message.ts'
import { EmbeddingCache } from '../../../src/engine/log/embeddingCache.ts'
import { testLog, writeLog } from '../../fixtures/logTables.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

/** A client whose worker is a session in this thread. */
function start() {
  const rows: number[] = []
  const ports: LogWorkerPort[] = []
  const client = createLogClient(
    read => rows.push(read),
    () => {
      const session = new LogImportSession(EmbeddingCache.open(), () => {})
      const port: LogWorkerPort = {
        onmessage: null,
        onerror: null,
        terminate() {},
        async postMessage({ id, message }) {
          const answer = await session.answer(message)
          const data = structuredClone({ id, answer }, { transfer: transferOf(answer) })
          port.onmessage?.(new MessageEvent('message', { data }))
        },
      }
      ports.push(port)
      return port
    },
  )
  return { client, ports }
}

const files = writeLog(testLog(), 'wide csv').map(
  ({ name, bytes }) => new File([Uint8Array.from(bytes)], name),
)

async function startRead() {
  const { client, ports } = start()
  const { guess } = await client.ask({ type: 'open', files })
  const { summary } = await client.ask({ type: 'read', mapping: guess })
  return { client, ports, guess, summary }
}

test('a log goes from its file to a world in two forms, which is said not to be kept', async () => {
  const { client, summary } = await startRead()
  expect([summary.prompts, summary.llms]).toEqual([60, ['gpt-4', 'llama-2', 'phi-3.5']])
  expect(await client.ask({ type: 'prepare', heldOut: ['law'] })).toMatchObject({ texts: 60, missing: 60 })
  const { start: first, texts } = await client.ask({ type: 'next', count: 100 })
  expect([first, texts.length]).toEqual([0, 60])
  await client.ask({ type: 'keep', start: 0, embeddings: unitVectors(60, 1) })
  const { world, saved, note } = await client.ask({ type: 'build', title: ' Mine ', keepTexts: true })
  expect(world.whole.title).toBe('Mine')
  expect(world.whole.size).toBe(60)
  expect(world.gallery.size).toBeLessThan(60)
  expect(Object.keys(world.gallery.texts)).toHaveLength(world.gallery.size)
  expect(saved).toBeNull()
  expect(note?.at(-1)).toEqual(message('log-not-kept', {}))

  // Other families kept out need no new encoding.
  expect(await client.ask({ type: 'prepare', heldOut: [] })).toMatchObject({ missing: 0 })
  const again = await client.ask({ type: 'build', title: '', keepTexts: false })
  expect(again.world.whole.id).not.toBe(world.whole.id)
  expect(again.world.whole.texts).toEqual({})
  expect(again.world.whole.title).toBe('log.csv')
})

test('an encoding that was cut short goes on where it stopped', async () => {
  const { client } = await startRead()
  await client.ask({ type: 'prepare', heldOut: [] })
  await client.ask({ type: 'next', count: 16 })
  await client.ask({ type: 'next', count: 16 })
  await client.ask({ type: 'keep', start: 16, embeddings: unitVectors(16, 1) })
  await expect(client.ask({ type: 'build', title: '', keepTexts: true })).rejects.toThrow(
    problem('prompts-not-encoded', {}),
  )
  expect(await client.ask({ type: 'prepare', heldOut: [] })).toMatchObject({ texts: 60, missing: 44 })
})

test('what is refused comes back sentence by sentence, and the session works on', async () => {
  const { client, guess } = await startRead()
  const none = { ...guess, columns: guess.columns.map(() => ({ role: 'ignore' as const, llm: '' })) }
  const refusal: unknown = await client.ask({ type: 'read', mapping: none }).catch(error => error)
  expect(refusal).toBeInstanceOf(Refusal)
  await client.ask({ type: 'read', mapping: guess })
  await expect(client.ask({ type: 'prepare', heldOut: ['nothing'] })).rejects.toThrow(
    problem('families-unknown', { names: ['nothing'] }),
  )
})

test('a worker that dies refuses what is open, and the next request starts another', async () => {
  const { client, ports } = await startRead()
  const open = client.ask({ type: 'prepare', heldOut: [] })
  ports[0].onerror?.(Object.assign(Object.create(null), { message: '' }))
  await expect(open).rejects.toThrow(problem('log-reader-stopped', { why: '' }))
  await client.ask({ type: 'open', files })
  expect(ports).toHaveLength(2)
})
