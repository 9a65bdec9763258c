/** Worlds made of own logs, kept on the device. */
import { decodeWorld, encodeWorld, type WorldHeader } from '../../core/world/columns.ts'
import type { CatalogueEntry } from '../../core/world/manifest.ts'
import type { World } from '../../core/world/world.ts'
import { openDatabase, transact } from './database.ts'

/** What is known of a kept world without its columns. */
export interface SavedLog extends CatalogueEntry {
  readonly header: WorldHeader
  /** Of the columns. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

/** @throws Error in words when the storage is full or missing */
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
  const database = await openDatabase()
  await transact(database, ['entries', 'columns'], 'readwrite', store => {
    store('entries').put(entry, entry.id)
    store('columns').put(columns, entry.id)
    return () => {}
  })
  database.close()
  return entry
}

/** Newest first. Empty where nothing can be kept. */
export async function listSavedLogs(): Promise<SavedLog[]> {
  const database = await openDatabase().catch(() => null)
  if (database === null) return []
  const entries = await transact(database, ['entries'], 'readonly', store => {
    const request: IDBRequest<unknown[]> = store('entries').getAll()
    return () => request.result.filter(isSavedLog)
  })
  database.close()
  return entries.sort((a, b) => b.savedAt - a.savedAt)
}

/** @throws Error when it is not there, or damaged */
export async function loadSavedLog(id: string): Promise<World> {
  const database = await openDatabase()
  const [entry, columns] = await transact(database, ['entries', 'columns'], 'readonly', store => {
    const header: IDBRequest<unknown> = store('entries').get(id)
    const bytes: IDBRequest<unknown> = store('columns').get(id)
    return () => [header.result, bytes.result] as const
  })
  database.close()
  if (!isSavedLog(entry) || !(columns instanceof Uint8Array))
    throw new Error('This log is not on this device any more.')
  return decodeWorld(entry.header, Uint8Array.from(columns).buffer)
}

/** Deletes a world and all kept embeddings: nothing of a deleted log may stay. */
export async function deleteSavedLog(id: string): Promise<void> {
  const database = await openDatabase()
  await transact(database, ['entries', 'columns', 'embeddings'], 'readwrite', store => {
    store('entries').delete(id)
    store('columns').delete(id)
    store('embeddings').clear()
    return () => {}
  })
  database.close()
}

/** Enough to show it; the decoder checks the rest. */
function isSavedLog(value: unknown): value is SavedLog {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'title' in value &&
    'header' in value &&
    'roster' in value
  )
}
