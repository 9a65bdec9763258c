/** One worker's life, seen from the page: load once, then encode; the newest prompt wins. */
import type { EncoderState } from './encoder.ts'
import type { EncoderProgress } from './fileLoader.ts'
import type { FromEncoder, ToEncoder } from './messages.ts'
import type { EncodedPrompt } from './model.ts'

/** As much of a Worker as is needed. */
export interface EncoderWorker {
  postMessage(message: ToEncoder): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromEncoder>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

interface Pending<T> {
  resolve(value: T): void
  reject(reason: unknown): void
}

type Prompt = Pending<EncodedPrompt> & { readonly text: string; readonly signal: AbortSignal | undefined }

export class EncoderSession {
  readonly #worker: EncoderWorker
  #loading: Pending<EncoderState> | null = null
  #running: Prompt | null = null
  #waiting: Prompt | null = null
  #onProgress: (progress: EncoderProgress) => void = () => {}
  #ended = false

  constructor(worker: EncoderWorker) {
    this.#worker = worker
    worker.onmessage = event => this.#receive(event.data)
    worker.onerror = event =>
      this.end(new Error(`The encoder's worker stopped: ${event.message || 'its code could not be loaded'}.`))
  }

  /** True once it can do no more: after `end`, a failed start or a failed prompt. */
  get isOver(): boolean {
    return this.#ended
  }

  load(
    order: ToEncoder & { type: 'load' },
    onProgress: (progress: EncoderProgress) => void,
    signal: AbortSignal | undefined,
  ): Promise<EncoderState> {
    this.#onProgress = onProgress
    const cancel = () => this.end(signal?.reason)
    signal?.addEventListener('abort', cancel)
    return new Promise<EncoderState>((resolve, reject) => {
      this.#loading = { resolve, reject }
      this.#worker.postMessage(order)
    }).finally(() => signal?.removeEventListener('abort', cancel))
  }

  encode(text: string, signal: AbortSignal | undefined): Promise<EncodedPrompt> {
    const overtaken = new DOMException('A newer prompt overtook this one.', 'AbortError')
    this.#running?.reject(overtaken)
    this.#waiting?.reject(overtaken)
    return new Promise<EncodedPrompt>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      this.#waiting = { text, signal, resolve, reject }
      if (this.#running === null) this.#next()
    })
  }

  /** Stops the worker, downloads included, and rejects whatever is open. */
  end(reason: unknown): void {
    this.#ended = true
    this.#worker.terminate()
    for (const open of [this.#loading, this.#running, this.#waiting]) open?.reject(reason)
  }

  /** The worker is free: hands it the prompt that waits. */
  #next(): void {
    this.#running = this.#waiting?.signal?.aborted ? null : this.#waiting
    this.#waiting = null
    if (this.#running !== null) this.#worker.postMessage({ type: 'encode', text: this.#running.text })
  }

  #receive(message: FromEncoder): void {
    switch (message.type) {
      case 'progress':
        this.#onProgress(message.progress)
        break
      case 'loaded':
        this.#loading?.resolve(message.state)
        break
      case 'encoded':
        this.#running?.resolve(message.prompt)
        this.#next()
        break
      case 'failed':
        this.end(new Error(message.message))
    }
  }
}
