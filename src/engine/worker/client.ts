/**
 * The page's side of every worker: it is started by the first call, and however it ends, every call settles. The next call
 * after that starts a fresh one.
 */
import { type Problem, problem } from '../../core/messages/message.ts'
import { LiveWorker, type WorkerEndpoint } from './liveWorker.ts'
import type { Remote } from './transferHandlers.ts'

export type { WorkerEndpoint } from './liveWorker.ts'
export { type Remote, transfer } from './transferHandlers.ts'

const PATIENCE_MS = 2000

export interface WorkerClient<Service> {
  /**
   * Calls the service; calls arrive in their order. Functions and signals cross as they are, see `transferHandlers.ts`.
   * @param ask makes one call, e.g. `service => service.encode(text, signal)`
   * @param signal when it aborts, the call rejects with its reason at once. Hand it to the service too. A worker in which
   * nothing but aborted calls goes on takes the next call when they are over, or is ended when they take too long
   * @throws Problem what the service threw, or `worker-stopped`; an AbortError when the service was aborted or disposed of
   */
  call<T>(ask: (service: Remote<Service>) => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Ends the worker and frees its memory; open calls reject with an AbortError. */
  dispose(): void
}

export interface WorkerClientOptions<Service> {
  /** Called with every worker that is started, before its first call. */
  readonly onStart?: (service: Remote<Service>) => void
  /** Called once when a worker stops by itself. */
  readonly onStop?: (why: Problem) => void
  /** How long an aborted call may go on before its worker is ended, ms. */
  readonly patienceMs?: number
  /** A worker without an open call for so long is ended, ms. Never, unless given: a worker may hold what is still needed. */
  readonly idleMs?: number
}

/** @param createWorker as in `() => new Worker(new URL('./x.worker.ts', import.meta.url), { type: 'module' })` */
export function createWorkerClient<Service extends object>(
  createWorker: () => WorkerEndpoint,
  {
    onStart,
    onStop,
    patienceMs = PATIENCE_MS,
    idleMs = Number.POSITIVE_INFINITY,
  }: WorkerClientOptions<Service> = {},
): WorkerClient<Service> {
  let live: LiveWorker<Service> | null = null
  /** Ends of calls that wait until aborted ones are over. */
  const waiting = new Set<(why: unknown) => void>()

  function start(): LiveWorker<Service> {
    const started = new LiveWorker<Service>(open(), { patienceMs, idleMs }, why => {
      if (live === started) live = null
      if (why) onStop?.(why)
    })
    live = started
    onStart?.(started.service)
    return started
  }

  function open(): WorkerEndpoint {
    try {
      return createWorker()
    } catch (error) {
      const why = problem('worker-stopped', { why: error instanceof Error ? error.message : '' })
      onStop?.(why)
      throw why
    }
  }

  async function call<T>(ask: (service: Remote<Service>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const worker = live ?? start()
    const { drained } = worker
    if (drained === null) return worker.call(ask, signal)
    return new Promise<T>((resolve, reject) => {
      const abort = () => giveUp(signal?.reason)
      const giveUp = (why: unknown) => {
        signal?.removeEventListener('abort', abort)
        if (waiting.delete(giveUp)) reject(why)
      }
      waiting.add(giveUp)
      signal?.addEventListener('abort', abort)
      void drained.then(() => {
        signal?.removeEventListener('abort', abort)
        if (waiting.delete(giveUp)) resolve(call(ask, signal))
      })
    })
  }

  return {
    call,
    dispose() {
      const why = new DOMException('The worker was ended.', 'AbortError')
      for (const giveUp of waiting) giveUp(why)
      live?.end(why)
    },
  }
}
