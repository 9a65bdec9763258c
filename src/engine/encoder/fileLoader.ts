/** Gathers a plan's files, from storage or from the network, and adds up the progress. */
import type { EncoderProgress } from '../../core/session/encoding.ts'
import { download } from './download.ts'
import { FileCache } from './fileCache.ts'
import { type EncoderFile, hubUrl, MODEL_ID } from './files.ts'

export class FileLoader {
  readonly cache: FileCache
  readonly #baseUrl: string
  readonly #files: readonly EncoderFile[]
  readonly #onProgress: (progress: EncoderProgress) => void
  readonly #signal: AbortSignal | undefined
  readonly #loaded = new Map<EncoderFile, number>()
  #stage: EncoderProgress['stage'] = 'download'

  private constructor(
    cache: FileCache,
    baseUrl: string,
    files: readonly EncoderFile[],
    onProgress: (progress: EncoderProgress) => void,
    signal: AbortSignal | undefined,
  ) {
    this.cache = cache
    this.#baseUrl = baseUrl
    this.#files = files
    this.#onProgress = onProgress
    this.#signal = signal
  }

  /** @param files everything that may be asked for: the total */
  static async open(
    baseUrl: string,
    files: readonly EncoderFile[],
    onProgress: (progress: EncoderProgress) => void,
    signal?: AbortSignal,
  ): Promise<FileLoader> {
    return new FileLoader(await FileCache.open(baseUrl), baseUrl, files, onProgress, signal)
  }

  /** A file of the model: from this page's own origin when it is there, else from the hub. */
  loadModelFile(file: EncoderFile): Promise<Uint8Array<ArrayBuffer>> {
    return this.load(file, [
      new URL(`encoder/${MODEL_ID}/${file.path}`, this.#baseUrl).href,
      hubUrl(file.path),
    ])
  }

  /** @throws Error when no address has the file intact */
  async load(file: EncoderFile, urls: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
    this.#signal?.throwIfAborted()
    this.enter('download')
    const kept = await this.cache.read(file)
    const onBytes = (received: number) => this.#advance(file, received)
    const bytes = kept ?? (await download(file, urls, { onBytes, signal: this.#signal }))
    this.#advance(file, file.bytes)
    if (kept === null) await this.cache.keep(file, bytes)
    return bytes
  }

  enter(stage: EncoderProgress['stage']): void {
    this.#stage = stage
    this.#report()
  }

  #advance(file: EncoderFile, received: number): void {
    this.#loaded.set(file, Math.min(received, file.bytes))
    this.#report()
  }

  #report(): void {
    const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
    this.#onProgress({
      stage: this.#stage,
      loadedBytes: sum(this.#loaded.values()),
      totalBytes: sum(this.#files.map(({ bytes }) => bytes)),
    })
  }
}
