/** Embeddings of own prompts, kept on the device by a hash of the text: an import that was cut short goes on where it stopped. */
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { sha256Hex } from '../assets/checksum.ts'
import { openDatabase, transact } from './database.ts'

/** Vectors of other weights are others. */
const PREFIX = 'q8/'

export class EmbeddingCache {
  readonly #database: IDBDatabase | null
  /** Why nothing is kept, as a sentence; null while all is well. */
  note: string | null = null

  private constructor(database: IDBDatabase | null) {
    this.#database = database
  }

  /** Never fails: without storage it is empty, with a note. */
  static async open(): Promise<EmbeddingCache> {
    try {
      return new EmbeddingCache(await openDatabase())
    } catch {
      const cache = new EmbeddingCache(null)
      cache.note =
        'Embeddings are not kept here (a private window?): stay on this page until the world is made.'
      return cache
    }
  }

  /** Keys of texts; none where there is no storage, or no checksum (plain http). */
  async keysOf(texts: readonly string[]): Promise<string[]> {
    if (this.#database === null) return []
    const encoder = new TextEncoder()
    const hashes = await Promise.all(texts.map(text => sha256Hex(encoder.encode(text))))
    return hashes.flatMap(hash => (hash === null ? [] : [PREFIX + hash]))
  }

  /** The kept embedding of each key, or null: 384 signed bytes. */
  async read(keys: readonly string[]): Promise<(Int8Array | null)[]> {
    const database = this.#database
    if (database === null || keys.length === 0) return []
    return transact(database, ['embeddings'], 'readonly', store => {
      const requests = keys.map(key => store('embeddings').get(key))
      return () => requests.map(({ result }) => (isEmbedding(result) ? result : null))
    }).catch(() => [])
  }

  /** Keeps embeddings, n x 384. A full storage is noted, not thrown. */
  async keep(keys: readonly string[], embeddings: Int8Array): Promise<void> {
    const database = this.#database
    if (database === null || keys.length === 0 || this.note !== null) return
    await transact(database, ['embeddings'], 'readwrite', store => {
      keys.forEach((key, i) => {
        store('embeddings').put(embeddings.slice(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE), key)
      })
      return () => {}
    }).catch((error: Error) => {
      this.note = `${error.message} Embeddings are kept no longer: stay on this page until the world is made.`
    })
  }
}

function isEmbedding(value: unknown): value is Int8Array {
  return value instanceof Int8Array && value.length === EMBEDDING_SIZE
}
