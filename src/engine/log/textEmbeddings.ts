/** The different texts of a log with their embeddings, as far as they are known. */
import { MAX_TEXT_CHARS } from '../../core/experiment/limits.ts'
import { countReadings, type ReadingCounts, unpackReading } from '../../core/log/readings.ts'
import type { Messages } from '../../core/messages/message.ts'
import { encodeEmbeddings } from '../../core/world/columns.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import type { TextQueue } from '../encoder/textQueue.ts'
import { type EmbeddingCache, KEPT_SIZE } from './embeddingCache.ts'

/** Keys looked up in one transaction. */
const LOOKUP = 500

export class TextEmbeddings {
  readonly #texts: readonly string[]
  /** Place in the texts of every prompt. */
  readonly #place: Uint32Array
  readonly #cache: EmbeddingCache
  /** texts x 384. */
  readonly #stored: Int8Array
  readonly #known: Uint8Array
  /** How each text was read, packed. */
  readonly #readings: Uint8Array

  private constructor(texts: readonly string[], place: Uint32Array, cache: EmbeddingCache) {
    this.#texts = texts
    this.#place = place
    this.#cache = cache
    this.#stored = new Int8Array(texts.length * EMBEDDING_SIZE)
    this.#known = new Uint8Array(texts.length)
    this.#readings = new Uint8Array(texts.length)
  }

  /** Finds those that the device has already. @param prompts in full; what lies beyond the encoder's limit changes nothing */
  static async lookUp(prompts: readonly string[], cache: EmbeddingCache): Promise<TextEmbeddings> {
    const places = new Map<string, number>()
    const place = Uint32Array.from(prompts, full => {
      const text = full.slice(0, MAX_TEXT_CHARS)
      const found = places.get(text) ?? places.size
      places.set(text, found)
      return found
    })
    const found = new TextEmbeddings([...places.keys()], place, cache)
    await found.#lookUp()
    return found
  }

  /** How many different texts there are. */
  get size(): number {
    return this.#texts.length
  }

  /** How many are not encoded yet. */
  get missing(): number {
    return this.#known.reduce((count, known) => count + (known === 0 ? 1 : 0), 0)
  }

  /**
   * Hands out what is missing now, each text once, to however many encoders ask. A queue that was given up may still take
   * what its encoders bring late: an embedding belongs to its text, whoever asked for it.
   * @param onNotes called when embeddings cannot be kept on the device, with the reasons
   */
  queue(onNotes: (notes: Messages) => void): TextQueue {
    const missing = Array.from(this.#known.keys()).filter(place => this.#known[place] === 0)
    let handedOut = 0
    return {
      next: async count => {
        const start = handedOut
        const some = missing.slice(start, start + count)
        handedOut += some.length
        return { start, texts: some.map(place => this.#texts[place]) }
      },
      keep: async (start, embeddings, readings) => {
        const places = missing.slice(start, start + embeddings.length / EMBEDDING_SIZE)
        await this.#keep(places, encodeEmbeddings(embeddings), readings)
        if (this.#cache.notes.length > 0) onNotes(this.#cache.notes)
      },
    }
  }

  /** What the encoder could make of the texts. All must be known. */
  counts(): ReadingCounts {
    const readings = this.#texts.map((_, place) => ({
      ...unpackReading(this.#readings[place]),
      key: String.fromCharCode(...Uint8Array.from(this.#row(this.#stored, place))),
    }))
    return countReadings(readings)
  }

  /** n x 384 in the prompts' order; null while any is missing. */
  ofPrompts(): Int8Array | null {
    if (this.#known.includes(0)) return null
    const rows = new Int8Array(this.#place.length * EMBEDDING_SIZE)
    this.#place.forEach((place, row) => {
      rows.set(this.#row(this.#stored, place), row * EMBEDDING_SIZE)
    })
    return rows
  }

  async #lookUp(): Promise<void> {
    for (let start = 0; start < this.#texts.length; start += LOOKUP) {
      const keys = await this.#cache.keysOf(this.#texts.slice(start, start + LOOKUP))
      const kept = await this.#cache.read(keys)
      kept.forEach((embedding, i) => {
        if (embedding !== null)
          this.#set(start + i, embedding.subarray(0, EMBEDDING_SIZE), embedding[EMBEDDING_SIZE])
      })
    }
  }

  async #keep(places: readonly number[], stored: Int8Array, readings: Uint8Array): Promise<void> {
    const kept = new Int8Array(places.length * KEPT_SIZE)
    places.forEach((place, i) => {
      const embedding = this.#row(stored, i)
      this.#set(place, embedding, readings[i])
      kept.set(embedding, i * KEPT_SIZE)
      kept[i * KEPT_SIZE + EMBEDDING_SIZE] = readings[i]
    })
    await this.#cache.keep(await this.#cache.keysOf(places.map(place => this.#texts[place])), kept)
  }

  #set(place: number, embedding: Int8Array, reading: number): void {
    this.#readings[place] = reading
    this.#stored.set(embedding, place * EMBEDDING_SIZE)
    this.#known[place] = 1
  }

  #row(rows: Int8Array, place: number): Int8Array {
    return rows.subarray(place * EMBEDDING_SIZE, (place + 1) * EMBEDDING_SIZE)
  }
}
