/** What the device keeps of own logs, in a real IndexedDB. */
import { deleteDB, openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { problem } from '../../src/core/messages/message.ts'
import { encodeWorld } from '../../src/core/world/columns.ts'
import type { World } from '../../src/core/world/world.ts'
import { withDatabase } from '../../src/engine/log/database.ts'
import { EmbeddingCache, KEPT_SIZE } from '../../src/engine/log/embeddingCache.ts'
import { deleteSavedLog, listSavedLogs, loadSavedLog, saveLog } from '../../src/engine/log/savedLogs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const NAME = 'barp-playground/logs'

afterEach(() => deleteDB(NAME))

/** Opens the database by hand, as any version of the page may have left it. */
function openByHand(version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version)
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion > 0) return
      for (const store of ['entries', 'columns', 'embeddings']) request.result.createObjectStore(store)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Writes records by hand: store, key, value. */
async function writeByHand(...records: readonly (readonly [string, string, unknown])[]): Promise<void> {
  const database = await openByHand(1)
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(['entries', 'columns', 'embeddings'], 'readwrite')
    for (const [store, key, value] of records) transaction.objectStore(store).put(value, key)
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  database.close()
}

/** An entry as version 1 of the database has it. */
function entryOf(world: World) {
  const { header, columns } = encodeWorld(world)
  const { id, title } = world
  const roster = world.llms.map(llm => llm.id)
  const bytes = columns.byteLength
  return { id, title, provenance: 'measured', prompts: world.size, roster, header, savedAt: 1000, bytes }
}

test('a world is kept, listed newest first, loaded and deleted', async () => {
  const world = tinyWorld()
  await saveLog({ ...world, id: 'older' }, 1)
  const entry = await saveLog(world, 2)
  const { logs, damaged, notes } = await listSavedLogs()
  expect(logs.map(({ id }) => id)).toEqual(['tiny', 'older'])
  expect(logs[0]).toEqual(entry)
  expect([damaged, notes]).toEqual([[], []])
  const loaded = await loadSavedLog('tiny')
  expect(loaded.costUsd).toEqual(world.costUsd)
  expect(loaded.families).toEqual(world.families)
  await deleteSavedLog('tiny')
  expect((await listSavedLogs()).logs.map(({ id }) => id)).toEqual(['older'])
  await expect(loadSavedLog('tiny')).rejects.toMatchObject(problem('saved-log-gone', {}))
})

test('a database of version 1 that was written without this code is read', async () => {
  const world = tinyWorld()
  const embedding = new Int8Array(KEPT_SIZE).fill(7)
  const entry = entryOf(world)
  const cache = await EmbeddingCache.open()
  const [key] = await cache.keysOf(['a prompt'])
  await writeByHand(
    ['entries', 'tiny', entry],
    ['columns', 'tiny', encodeWorld(world).columns],
    ['embeddings', key, embedding],
  )
  expect(key).toMatch(/^q8-windows\/[0-9a-f]{64}$/)
  expect(await listSavedLogs()).toEqual({ logs: [entry], damaged: [], notes: [] })
  expect((await loadSavedLog('tiny')).costUsd).toEqual(world.costUsd)
  expect(await cache.read([key, 'q8-windows/none'])).toEqual([embedding, null])
})

test('damaged records are listed as such, cannot be opened, can be deleted, and harm no other', async () => {
  const world = tinyWorld()
  const entry = entryOf(world)
  const { columns } = encodeWorld(world)
  await writeByHand(
    ['entries', 'tiny', entry],
    ['columns', 'tiny', columns],
    ['entries', 'no-columns', { ...entry, id: 'no-columns' }],
    ['entries', 'no-number', { ...entry, id: 'no-number', savedAt: Number.NaN }],
    ['columns', 'no-number', columns],
    ['entries', 'no-llms', { ...entry, id: 'no-llms', title: '', header: { ...entry.header, llms: null } }],
    ['columns', 'no-llms', columns],
    ['entries', 'a-word', 'nonsense'],
    ['entries', 'short', { ...entry, id: 'short', title: 'Short' }],
    ['columns', 'short', columns.slice(1)],
  )
  const { logs, damaged, notes } = await listSavedLogs()
  expect(logs.map(({ id }) => id)).toEqual(['short', 'tiny'])
  expect(damaged).toEqual([
    { id: 'a-word', title: 'a-word' },
    { id: 'no-columns', title: 'Tiny' },
    { id: 'no-llms', title: 'no-llms' },
    { id: 'no-number', title: 'Tiny' },
  ])
  expect(notes).toEqual([])
  for (const [id, title] of [
    ['no-number', 'Tiny'],
    ['no-columns', 'Tiny'],
    ['a-word', 'a-word'],
    ['short', 'Short'],
  ]) {
    await expect(loadSavedLog(id)).rejects.toMatchObject(problem('saved-log-damaged', { title }))
  }
  for (const { id } of damaged) await deleteSavedLog(id)
  expect((await listSavedLogs()).damaged).toEqual([])
  expect((await loadSavedLog('tiny')).size).toBe(world.size)
})

test('embeddings are kept by their text; damaged ones are as if they were not there', async () => {
  const cache = await EmbeddingCache.open()
  const keys = await cache.keysOf(['one', 'two'])
  const stored = new Int8Array(2 * KEPT_SIZE).map((_, i) => i % 100)
  await cache.keep(keys, stored)
  expect(cache.notes).toEqual([])
  const again = await EmbeddingCache.open()
  expect(await again.read(keys)).toEqual([stored.slice(0, KEPT_SIZE), stored.slice(KEPT_SIZE)])
  await writeByHand(['embeddings', keys[0], new Int8Array(3)])
  expect(await again.read(keys)).toEqual([null, stored.slice(KEPT_SIZE)])
})

test('a newer version in another tab does not wait, and what it leaves is said to be newer', async () => {
  await listSavedLogs()
  const upgrade = withDatabase(async database => {
    const newer = openByHand(2) // waits until this connection lets go
    while ((await database.count('entries').catch(() => null)) !== null);
    return newer
  })
  ;(await upgrade).close()
  const newer = problem('storage-newer', {})
  expect((await listSavedLogs()).notes).toEqual(newer.said)
  await expect(saveLog(tinyWorld(), 1)).rejects.toMatchObject(newer)
})

test('work on a connection that was closed meanwhile says so', async () => {
  const work = withDatabase(async database => {
    database.close()
    return database.count('entries')
  })
  await expect(work).rejects.toMatchObject(problem('storage-closed', {}))
})

test('a tab with an older version that does not let go is named, once the wait is over', async () => {
  const older = await openByHand(1)
  const open: typeof openDB = (name, _, callbacks) => openDB(name, 2, callbacks)
  const { notes } = await listSavedLogs({ open, patienceMs: 200 })
  expect(notes).toEqual(problem('storage-blocked', {}).said)
  older.close()
})

test('an answer that comes too late is closed again, so that it blocks no other tab', async () => {
  let answer = () => {}
  const held = new Promise<void>(resolve => {
    answer = resolve
  })
  const open: typeof openDB = async (...call) => {
    await held
    return openDB(...call)
  }
  const { notes } = await listSavedLogs({ open, patienceMs: 20 })
  expect(notes).toEqual(problem('storage-silent', { seconds: 0.02 }).said)
  answer()
  await openDB(NAME, 1).then(database => database.close()) // queued behind the late one
  ;(await openByHand(2)).close()
})
