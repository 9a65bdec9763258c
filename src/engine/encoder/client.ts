/** The page's side of the encoder. It pulls in neither the library nor the runtime: those come with the worker. */
import type { EncoderPreference } from '../../core/experiment/options.ts'
import { problem } from '../../core/messages/message.ts'
import type { EncoderInfo, EncoderProgress } from '../../core/session/encoding.ts'
import { probeWebGpu } from '../backend/probe.ts'
import type { WorkerEndpoint } from '../worker/client.ts'
import { FileCache } from './fileCache.ts'
import type { EncodedPrompt } from './model.ts'
import { filesOf, planFor } from './plan.ts'
import { checkPrompt } from './prompt.ts'
import { EncoderSession } from './session.ts'

export interface DownloadSize {
  /** What is still to be fetched; 0 when everything is kept here. Uncompressed, fp16 estimated. */
  readonly bytes: number
  readonly parts: readonly { readonly label: string; readonly bytes: number }[]
}

export interface LoadOptions {
  readonly preference: EncoderPreference
  readonly onProgress?: ((progress: EncoderProgress) => void) | undefined
  /** Aborting stops the download. */
  readonly signal?: AbortSignal | undefined
}

export interface EncoderClient {
  /** To be told before `load`. @throws Error when WebGPU is demanded and there is none */
  downloadSize(preference: EncoderPreference): Promise<DownloadSize>
  /** The same preference again joins the start under way or the encoder that runs; another one replaces it. After a failure it starts anew. */
  load(options: LoadOptions): Promise<EncoderInfo>
  /** The newest prompt wins: an earlier one still open rejects with an AbortError. @throws Error when nothing is loaded */
  encode(text: string, signal?: AbortSignal): Promise<EncodedPrompt>
  /**
   * Encodes the texts of a queue (see `textQueue.ts`) at the other end of a port: they do not pass through the page.
   * @param onEncoded called after every text
   * @throws Error when nothing is loaded, the device fails or the queue refuses; an AbortError when disposed of
   */
  encodeQueue(port: MessagePort, onEncoded: () => void): Promise<void>
  /** Stops the worker and frees its memory. `load` works again afterwards. */
  dispose(): void
}

export interface EncoderClientParts {
  readonly createWorker?: () => WorkerEndpoint
  /** The page's folder. */
  readonly baseUrl?: string
  readonly probe?: typeof probeWebGpu
}

const startWorker = () => new Worker(new URL('./encoder.worker.ts', import.meta.url), { type: 'module' })

export function createEncoderClient({
  createWorker = startWorker,
  baseUrl = new URL('.', location.href).href,
  probe = probeWebGpu,
}: EncoderClientParts = {}): EncoderClient {
  let current: {
    preference: EncoderPreference
    session: EncoderSession
    state: Promise<EncoderInfo>
  } | null = null

  function replaceSession(reason: string): void {
    current?.session.end(new DOMException(reason, 'AbortError'))
    current = null
  }

  /** The encoder that runs, once it does. */
  async function running(): Promise<EncoderSession> {
    if (current === null || current.session.isOver) throw problem('encoder-not-loaded', {})
    const { session, state } = current
    await state
    return session
  }

  return {
    async downloadSize(preference) {
      const files = filesOf(planFor(preference, await probe()))
      const cache = await FileCache.open(baseUrl)
      const kept = await Promise.all(files.map(file => cache.has(file)))
      const parts = files.filter((_, i) => !kept[i]).map(({ label, bytes }) => ({ label, bytes }))
      return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts }
    },

    async load({ preference, onProgress = () => {}, signal }) {
      signal?.throwIfAborted()
      if (current !== null && current.preference === preference && !current.session.isOver)
        return current.state
      replaceSession('Another encoder was asked for.')
      const session = new EncoderSession(createWorker)
      const state = session.load({ preference, baseUrl, onProgress, signal })
      current = { preference, session, state }
      return state
    },

    async encode(text, signal) {
      signal?.throwIfAborted()
      checkPrompt(text)
      return (await running()).encode(text, signal)
    },

    async encodeQueue(port, onEncoded) {
      return (await running()).encodeQueue(port, onEncoded)
    },

    dispose: () => replaceSession('The encoder was closed.'),
  }
}

export default createEncoderClient
