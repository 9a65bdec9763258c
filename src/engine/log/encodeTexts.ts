/** Encodes many texts with the real encoder, on as many workers as the device bears. */
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { createEncoderClient, type EncoderClient } from '../encoder/client.ts'
import type { EncoderProgress } from '../encoder/fileLoader.ts'

/** Texts handed out at a time; also what is lost at most when the import is cut short. */
const BATCH = 16
/** An encoder needs about 150 MB and a second to start: another one is started for this many texts. */
const TEXTS_PER_WORKER = 100
const MOST_WORKERS = 4
/** Part of the cores that encoding takes; the page itself has little to do meanwhile. */
const CORES_SHARE = 0.75

/** Where the texts come from and where their embeddings go. */
export interface TextQueue {
  /** The next texts and the place of the first; none when all have been handed out. */
  next(count: number): Promise<{ readonly start: number; readonly texts: readonly string[] }>
  /** @param embeddings n x 384 of the texts from `start` on */
  keep(start: number, embeddings: Float32Array): Promise<void>
}

export interface EncodeOptions {
  /** Texts in the queue. */
  readonly count: number
  readonly signal: AbortSignal
  readonly onDownload: (progress: EncoderProgress) => void
  /** After every text. */
  readonly onEncoded: () => void
  readonly createClient?: () => EncoderClient
  readonly cores?: number
}

/** Always 8-bit weights on WebAssembly, as for the built-in worlds. @throws the signal's reason, or an Error in words */
export async function encodeTexts(
  queue: TextQueue,
  {
    count,
    signal,
    onDownload,
    onEncoded,
    createClient = createEncoderClient,
    cores = navigator.hardwareConcurrency,
  }: EncodeOptions,
): Promise<void> {
  const size = Math.max(
    1,
    Math.min(MOST_WORKERS, Math.ceil(CORES_SHARE * cores), Math.ceil(count / TEXTS_PER_WORKER)),
  )
  const clients = Array.from({ length: size }, createClient)
  const stop = () => {
    for (const client of clients) client.dispose()
  }
  const work = async (client: EncoderClient) => {
    await client.load({ preference: 'wasm', signal })
    for (;;) {
      const { start, texts } = await queue.next(BATCH)
      if (texts.length === 0) return
      const embeddings = new Float32Array(texts.length * EMBEDDING_SIZE)
      for (let i = 0; i < texts.length; i++) {
        signal.throwIfAborted()
        embeddings.set((await client.encode(texts[i])).embedding, i * EMBEDDING_SIZE)
        onEncoded()
      }
      await queue.keep(start, embeddings)
    }
  }
  signal.addEventListener('abort', stop)
  try {
    // The first one fetches the files; the others find them on the device.
    await clients[0].load({ preference: 'wasm', onProgress: onDownload, signal })
    await Promise.all(clients.map(work))
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
