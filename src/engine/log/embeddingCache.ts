/** Embeddings of own prompts, kept on the device by a hash of the text: an import that was cut short goes on where it stopped. */
import { type Message, message, messagesOf } from '../../core/messages/message.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { sha256Hex } from '../assets/checksum.ts'
import { type OpenOptions, withDatabase } from './database.ts'

/** Vectors of other weights, or of another part of a text, are others. */
const PREFIX = 'q8-windows/'

/** An embedding and its packed reading. */
export const KEPT_SIZE = EMBEDDING_SIZE + 1

export class EmbeddingCache {
  readonly #options: OpenOptions
  #notes: readonly Message[] = []

  private constructor(options: OpenOptions) {
    this.#options = options
  }

  /** Never fails: without storage it is empty, with notes. */
  static async open(options: OpenOptions = {}): Promise<EmbeddingCache> {
    const cache = new EmbeddingCache(options)
    await withDatabase(async () => {}, options).catch(error => cache.#giveUp(error))
    return cache
  }

  /** Why nothing is kept, and what follows; empty while all is well. */
  get notes(): readonly Message[] {
    return this.#notes
  }

  /** Keys of texts; none where there is no storage, or no checksum (plain http). */
  async keysOf(texts: readonly string[]): Promise<string[]> {
    if (this.#notes.length > 0) return []
    const encoder = new TextEncoder()
    const hashes = await Promise.all(texts.map(text => sha256Hex(encoder.encode(text))))
    return hashes.flatMap(hash => (hash === null ? [] : [PREFIX + hash]))
  }

  /** What is kept for each key, or null: 384 signed bytes, and one that says how the text was read. */
  async read(keys: readonly string[]): Promise<(Int8Array | null)[]> {
    if (this.#notes.length > 0 || keys.length === 0) return []
    return withDatabase(async database => {
      const transaction = database.transaction('embeddings')
      const reads = keys.map(key => transaction.store.get(key))
      const [found] = await Promise.all([Promise.all(reads), transaction.done])
      return found.map(value => (isEmbedding(value) ? value : null))
    }, this.#options).catch(() => [])
  }

  /** Keeps embeddings with their readings, n x 385. A full storage is noted, not thrown, and the end of it. */
  async keep(keys: readonly string[], embeddings: Int8Array): Promise<void> {
    if (this.#notes.length > 0 || keys.length === 0) return
    await withDatabase(async database => {
      const transaction = database.transaction('embeddings', 'readwrite')
      const writes = keys.map((key, i) =>
        transaction.store.put(embeddings.slice(i * KEPT_SIZE, (i + 1) * KEPT_SIZE), key),
      )
      await Promise.all([...writes, transaction.done])
    }, this.#options).catch(error => this.#giveUp(error))
  }

  #giveUp(error: unknown): void {
    this.#notes = [...messagesOf(error), message('embeddings-not-kept', {})]
  }
}

function isEmbedding(value: unknown): value is Int8Array {
  return value instanceof Int8Array && value.length === KEPT_SIZE
}
