/** Encodes many texts with the real encoder, on as many workers as the device bears. */
import type { EncoderProgress } from '../../core/session/encoding.ts'
import { createEncoderClient, type EncoderClient } from '../encoder/client.ts'

/** An encoder needs about 150 MB and a second to start: another one is started for this many texts. */
const TEXTS_PER_WORKER = 100
const MOST_WORKERS = 4
/** Part of the cores that encoding takes; the page itself has little to do meanwhile. */
const CORES_SHARE = 0.75

export interface EncodeOptions {
  /** Texts in the queue. */
  readonly count: number
  readonly signal: AbortSignal
  /** The near end of a way to the queue (see `textQueue.ts`), one for each worker: no text passes through the page. */
  readonly openPort: () => Promise<MessagePort>
  readonly onDownload: (progress: EncoderProgress) => void
  /** After every text. */
  readonly onEncoded: () => void
  readonly createClient?: (() => EncoderClient) | undefined
  readonly cores?: number
}

/** Always 8-bit weights on WebAssembly, as for the built-in worlds. @throws the signal's reason, or what went wrong */
export async function encodeTexts({
  count,
  signal,
  openPort,
  onDownload,
  onEncoded,
  createClient = createEncoderClient,
  cores = navigator.hardwareConcurrency,
}: EncodeOptions): Promise<void> {
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
    await client.encodeQueue(await openPort(), onEncoded)
  }
  signal.addEventListener('abort', stop)
  try {
    // The first one fetches the files; the others find them on the device.
    await clients[0].load({ preference: 'wasm', onProgress: onDownload, signal })
    await Promise.all(clients.map(work))
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}
