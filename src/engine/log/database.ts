/** The device's database of own logs. */
import type { DBSchema, IDBPDatabase } from 'idb'
import * as storage from '../storage/database.ts'

/** What is read is checked by whoever reads it: it may be damaged, or of another version. */
interface LogSchema extends DBSchema {
  /** World id to SavedLog. */
  entries: { key: string; value: unknown }
  /** World id to a world's columns. */
  columns: { key: string; value: unknown }
  /** Content hash to 384 signed bytes. */
  embeddings: { key: string; value: unknown }
}

export type LogDatabase = IDBPDatabase<LogSchema>

export type OpenOptions = storage.OpenOptions<LogSchema>

const LOGS: storage.Definition<LogSchema> = {
  name: 'barp-playground/logs',
  version: 1,
  upgrade(database, oldVersion) {
    if (oldVersion < 1) {
      for (const name of ['entries', 'columns', 'embeddings'] as const) database.createObjectStore(name)
    }
  },
}

/** Opens it for one piece of work. @throws Problem with a `storage-` code; a Problem of the work itself as it is */
export function withDatabase<T>(
  work: (database: LogDatabase) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  return storage.withDatabase(LOGS, work, options)
}
