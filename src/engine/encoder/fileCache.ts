/** The encoder's files in the browser's own storage, so that a second visit needs no network. */
import { type Message, message } from '../../core/messages/message.ts'
import { type EncoderFile, findDamage, MODEL_REVISION, RUNTIMES, TOKENIZER, WEIGHTS } from './files.ts'

const CACHE_NAME = 'barp-encoder-v1'

export class FileCache {
  readonly #cache: Cache | null
  readonly #baseUrl: string
  /** Why files are not kept here; null while all is well. */
  note: Message | null = null

  private constructor(cache: Cache | null, baseUrl: string) {
    this.#cache = cache
    this.#baseUrl = baseUrl
    if (cache === null) this.note = message('encoder-files-not-kept', {})
  }

  /** Never fails: without storage (private mode, plain http) it is an empty cache with a note. */
  static async open(baseUrl: string): Promise<FileCache> {
    const cache = await globalThis.caches?.open(CACHE_NAME).catch(() => null)
    return new FileCache(cache ?? null, baseUrl)
  }

  async has(file: EncoderFile): Promise<boolean> {
    return (await this.#find(file)) !== null
  }

  /** A file that was kept and is intact, or null. */
  async read(file: EncoderFile): Promise<Uint8Array<ArrayBuffer> | null> {
    const response = await this.#find(file)
    const bytes = await response?.arrayBuffer().catch(() => null)
    if (!bytes) return null
    const content = new Uint8Array(bytes)
    return (await findDamage(file, content)) === null ? content : null
  }

  /** Keeps a file and drops those of earlier versions. A full storage is noted, not thrown. */
  async keep(file: EncoderFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#cache === null) return
    try {
      await this.#cache.put(this.#keyOf(file), new Response(bytes))
      const current = new Set(
        [TOKENIZER, ...Object.values(WEIGHTS), ...Object.values(RUNTIMES)].map(this.#keyOf),
      )
      const old = (await this.#cache.keys()).filter(({ url }) => !current.has(url))
      await Promise.all(old.map(request => this.#cache?.delete(request)))
    } catch {
      this.note = message('encoder-file-not-kept', { label: file.label })
    }
  }

  async #find(file: EncoderFile): Promise<Response | null> {
    return (await this.#cache?.match(this.#keyOf(file)).catch(() => null)) ?? null
  }

  /** By content, not by origin: an address of its own that nobody serves. */
  readonly #keyOf = ({ path, sha256 }: EncoderFile) =>
    new URL(`encoder-cache/${sha256 ?? `${MODEL_REVISION}/${path}`}`, this.#baseUrl).href
}
