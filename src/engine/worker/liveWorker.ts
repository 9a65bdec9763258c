/** One worker while it lives, and the calls that are open in it: however it ends, every one of them settles. */
import type { Endpoint } from 'comlink'
import { type Problem, problem } from '../../core/messages/message.ts'
import { type Remote, wrap } from './transferHandlers.ts'

/** As much of a Worker as is needed. */
export interface WorkerEndpoint extends Endpoint {
  terminate(): void
}

/** Milliseconds; infinite for never. */
export interface WorkerBounds {
  /** How long aborted calls may go on where nobody waits for any other. */
  readonly patienceMs: number
  /** How long it may live without an open call. */
  readonly idleMs: number
}

interface OpenCall {
  /** False once it was aborted: its caller has an answer, the worker may still be at it. */
  wanted: boolean
  readonly fail: (why: unknown) => void
}

/** While nothing but aborted calls is open. */
interface Draining {
  readonly over: Promise<void>
  readonly end: () => void
}

export class LiveWorker<Service> {
  readonly service: Remote<Service>
  readonly #endpoint: WorkerEndpoint
  readonly #bounds: WorkerBounds
  readonly #onOver: (why: Problem | null) => void
  readonly #open = new Set<OpenCall>()
  #draining: Draining | null = null
  /** Runs while no call is open. */
  #idle: ReturnType<typeof setTimeout> | undefined
  #isOver = false

  /**
   * @param onOver called once when it ends: with the reason where it stopped by itself
   */
  constructor(endpoint: WorkerEndpoint, bounds: WorkerBounds, onOver: (why: Problem | null) => void) {
    this.#endpoint = endpoint
    this.#bounds = bounds
    this.#onOver = onOver
    const stop = (event: object) => {
      const why = problem('worker-stopped', { why: wordsOf(event) })
      this.#end(why, why)
    }
    endpoint.addEventListener('error', stop)
    // An answer that cannot be read would leave its call open for ever.
    endpoint.addEventListener('messageerror', stop)
    this.service = wrap<Service>(endpoint)
  }

  /** Resolves when the worker can be called again, or is over; null when it can be called now. */
  get drained(): Promise<void> | null {
    return this.#draining?.over ?? null
  }

  call<T>(ask: (service: Remote<Service>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const call = { wanted: true, fail: (why: unknown) => settle(() => reject(why)) }
      const abort = () => {
        call.wanted = false
        reject(signal?.reason)
        this.#drain()
      }
      const settle = (tell: () => void) => {
        signal?.removeEventListener('abort', abort)
        this.#open.delete(call)
        tell()
        this.#drain()
        this.#rest()
      }
      clearTimeout(this.#idle)
      this.#open.add(call)
      signal?.addEventListener('abort', abort)
      new Promise<T>(answer => answer(ask(this.service))).then(
        value => settle(() => resolve(value)),
        (why: unknown) => call.fail(why),
      )
    })
  }

  /** @param why what open calls reject with */
  end(why: unknown): void {
    this.#end(why, null)
  }

  #end(why: unknown, stopped: Problem | null): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#idle)
    this.#endpoint.terminate()
    this.#onOver(stopped)
    for (const call of this.#open) call.fail(why)
    this.#draining?.end()
  }

  /** Nobody waits for what is open: it may end by itself for a while, and is then ended with its worker. */
  #drain(): void {
    const abandoned = this.#open.size > 0 && [...this.#open].every(call => !call.wanted)
    if (!abandoned) this.#draining?.end()
    else if (this.#draining === null && !this.#isOver) this.#draining = this.#startDraining()
  }

  #rest(): void {
    const { idleMs } = this.#bounds
    if (this.#open.size > 0 || this.#isOver || idleMs === Number.POSITIVE_INFINITY) return
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.end(null), idleMs)
  }

  #startDraining(): Draining {
    let resolve = () => {}
    const over = new Promise<void>(settled => {
      resolve = settled
    })
    const timer = setTimeout(() => this.end(null), this.#bounds.patienceMs)
    const end = () => {
      clearTimeout(timer)
      this.#draining = null
      resolve()
    }
    return { over, end }
  }
}

/** Why a worker stopped, in the browser's words; '' where it gives none, as for code that cannot be fetched. */
function wordsOf(event: object): string {
  return 'message' in event && typeof event.message === 'string' ? event.message : ''
}
