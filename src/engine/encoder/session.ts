/** One encoder's life, seen from the page: load once, then encode; the newest prompt wins. */
import type { EncoderPreference } from '../../core/experiment/options.ts'
import type { EncoderInfo, EncoderProgress } from '../../core/session/encoding.ts'
import { createWorkerClient, type Remote, transfer, type WorkerEndpoint } from '../worker/client.ts'
import type { EncodedPrompt } from './model.ts'
import type { EncoderService } from './service.ts'

interface Prompt {
  readonly text: string
  readonly signal: AbortSignal | undefined
  resolve(prompt: EncodedPrompt): void
  reject(reason: unknown): void
}

export interface LoadOrder {
  readonly preference: EncoderPreference
  readonly baseUrl: string
  readonly onProgress: (progress: EncoderProgress) => void
  /** Aborting stops the worker, and with it the download. */
  readonly signal: AbortSignal | undefined
}

export class EncoderSession {
  readonly #worker
  #over: { readonly reason: unknown } | null = null
  #running: Prompt | null = null
  #waiting: Prompt | null = null

  constructor(createWorker: () => WorkerEndpoint) {
    this.#worker = createWorkerClient<EncoderService>(createWorker)
  }

  /** True once it can do no more: after `end`, a failed start or a failed prompt. */
  get isOver(): boolean {
    return this.#over !== null
  }

  async load({ preference, baseUrl, onProgress, signal }: LoadOrder): Promise<EncoderInfo> {
    const cancel = () => this.end(signal?.reason)
    signal?.addEventListener('abort', cancel)
    try {
      return await this.#call(service => service.load(preference, baseUrl, onProgress))
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  }

  encode(text: string, signal: AbortSignal | undefined): Promise<EncodedPrompt> {
    const overtaken = new DOMException('A newer prompt overtook this one.', 'AbortError')
    this.#running?.reject(overtaken)
    this.#waiting?.reject(overtaken)
    return new Promise<EncodedPrompt>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      this.#waiting = { text, signal, resolve, reject }
      if (this.#running === null) void this.#run()
    })
  }

  /** Encodes what a queue at the other end of the port holds. */
  encodeQueue(port: MessagePort, onEncoded: () => void): Promise<void> {
    return this.#call(service => service.encodeQueue(transfer(port, [port]), onEncoded))
  }

  /** Stops the worker, downloads included, and rejects whatever is open. */
  end(reason: unknown): void {
    if (this.#over !== null) return
    this.#over = { reason }
    this.#worker.dispose()
    this.#waiting?.reject(reason)
  }

  /** The worker takes one prompt at a time: when it is free, the one that waits. */
  async #run(): Promise<void> {
    while (this.#waiting !== null) {
      const prompt = this.#waiting
      this.#running = prompt
      this.#waiting = null
      if (prompt.signal?.aborted) continue
      await this.#call(service => service.encode(prompt.text)).then(prompt.resolve, prompt.reject)
    }
    this.#running = null
  }

  /** A call that fails ends the session: a device that failed once is not asked again. */
  async #call<T>(ask: (service: Remote<EncoderService>) => Promise<T>): Promise<T> {
    try {
      if (this.#over === null) return await this.#worker.call(ask)
    } catch (error) {
      this.end(error)
    }
    throw this.#over?.reason
  }
}
