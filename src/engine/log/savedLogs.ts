/** Worlds made of own logs, kept on the device. */
import { type Message, messagesOf, problem } from '../../core/messages/message.ts'
import { decodeWorld, encodeWorld } from '../../core/world/columns.ts'
import type { World } from '../../core/world/world.ts'
import { removeKeptRun } from '../runs/keptRuns.ts'
import { type OpenOptions, withDatabase } from './database.ts'
import { readEntry, type SavedLog, titleOf } from './savedRecords.ts'

export type { SavedLog } from './savedRecords.ts'

/** A kept world that cannot be read: it can only be deleted. */
export interface DamagedLog {
  readonly id: string
  readonly title: string
}

export interface SavedLogs {
  /** Newest first. */
  readonly logs: readonly SavedLog[]
  readonly damaged: readonly DamagedLog[]
  /** Why what is kept is out of reach; empty where all is well, and where this browser keeps nothing at all. */
  readonly notes: readonly Message[]
}

/** @throws Problem when the storage is full, missing or silent */
export async function saveLog(world: World, savedAt: number): Promise<SavedLog> {
  const { header, columns } = encodeWorld(world)
  const entry: SavedLog = {
    id: world.id,
    title: world.title,
    provenance: world.card.provenance,
    prompts: world.size,
    roster: world.llms.map(llm => llm.id),
    header,
    savedAt,
    bytes: columns.byteLength,
  }
  await withDatabase(async database => {
    const transaction = database.transaction(['entries', 'columns'], 'readwrite')
    await Promise.all([
      transaction.objectStore('entries').put(entry, entry.id),
      transaction.objectStore('columns').put(columns, entry.id),
      transaction.done,
    ])
  })
  return entry
}

/** Never fails. */
export async function listSavedLogs(options: OpenOptions = {}): Promise<SavedLogs> {
  try {
    return await withDatabase(async database => {
      const transaction = database.transaction(['entries', 'columns'])
      const [records, keys, columns] = await Promise.all([
        transaction.objectStore('entries').getAll(),
        transaction.objectStore('entries').getAllKeys(),
        transaction.objectStore('columns').getAllKeys(),
        transaction.done,
      ])
      const logs: SavedLog[] = []
      const damaged: DamagedLog[] = []
      keys.forEach((id, i) => {
        const entry = readEntry(records[i])
        if (entry?.id === id && columns.includes(id)) logs.push(entry)
        else damaged.push({ id, title: titleOf(records[i], id) })
      })
      return { logs: logs.sort((a, b) => b.savedAt - a.savedAt), damaged, notes: [] }
    }, options)
  } catch (error) {
    const notes = messagesOf(error).filter(({ code }) => code !== 'storage-refused')
    return { logs: [], damaged: [], notes }
  }
}

/** @throws Problem when it is not there, damaged or out of reach */
export async function loadSavedLog(id: string): Promise<World> {
  const [record, columns] = await withDatabase(database => {
    const transaction = database.transaction(['entries', 'columns'])
    return Promise.all([
      transaction.objectStore('entries').get(id),
      transaction.objectStore('columns').get(id),
      transaction.done,
    ])
  })
  if (record === undefined) throw problem('saved-log-gone', {})
  const entry = readEntry(record)
  if (entry !== null && columns instanceof Uint8Array) {
    try {
      return decodeWorld(entry.header, columns.slice().buffer)
    } catch {
      // Columns that do not fit their header: damaged like the rest.
    }
  }
  throw problem('saved-log-damaged', { title: titleOf(record, id) })
}

/** Deletes a world, its kept run and all kept embeddings: nothing of a deleted log may stay. @throws Problem when it could not */
export async function deleteSavedLog(id: string): Promise<void> {
  await withDatabase(async database => {
    const transaction = database.transaction(['entries', 'columns', 'embeddings'], 'readwrite')
    await Promise.all([
      transaction.objectStore('entries').delete(id),
      transaction.objectStore('columns').delete(id),
      transaction.objectStore('embeddings').clear(),
      transaction.done,
    ])
  })
  await removeKeptRun(id)
}
