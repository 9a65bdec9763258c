/** The page's side of the worker of own logs: one promise a request. */
import { Problem, problem } from '../../core/messages/message.ts'
import type { FromLogWorker, ToLogWorker } from './messages.ts'

/** As much of a Worker as is needed. */
export interface LogWorkerPort {
  postMessage(envelope: { readonly id: number; readonly message: ToLogWorker }): void
  terminate(): void
  onmessage: ((event: MessageEvent<{ readonly id: number; readonly answer: FromLogWorker }>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** The answer's type for each request. */
const ANSWERS = {
  open: 'opened',
  read: 'read',
  prepare: 'prepared',
  next: 'next',
  keep: 'kept',
  build: 'built',
  load: 'loaded',
} as const
type Answer<Request extends ToLogWorker> = Extract<FromLogWorker, { type: (typeof ANSWERS)[Request['type']] }>

/** What the file or a choice is refused for. */
export class Refusal extends Problem {}

export interface LogClient {
  /** @throws Refusal; Error when the worker stopped */
  ask<Request extends ToLogWorker>(message: Request): Promise<Answer<Request>>
  /** Stops the worker and lets go of all it holds; the next request starts another. Open requests are refused. */
  stop(reason: unknown): void
}

const startWorker = (): LogWorkerPort =>
  new Worker(new URL('./log.worker.ts', import.meta.url), { type: 'module' })

export function createLogClient(onRows: (rows: number) => void, createWorker = startWorker): LogClient {
  interface Pending {
    resolve(answer: FromLogWorker): void
    reject(reason: unknown): void
  }
  const pending = new Map<number, Pending>()
  let worker: LogWorkerPort | null = null
  let last = 0

  function stop(reason: unknown) {
    worker?.terminate()
    worker = null
    for (const { reject } of pending.values()) reject(reason)
    pending.clear()
  }

  function start(): LogWorkerPort {
    const port = createWorker()
    port.onmessage = ({ data: { id, answer } }) => {
      if (answer.type === 'progress') return onRows(answer.rows)
      const open = pending.get(id)
      pending.delete(id)
      if (answer.type === 'refused') open?.reject(new Refusal(...answer.problems))
      else open?.resolve(answer)
    }
    port.onerror = ({ message }) => stop(problem('log-reader-stopped', { why: message }))
    return port
  }

  return {
    async ask<Request extends ToLogWorker>(message: Request) {
      worker ??= start()
      const port = worker
      const id = ++last
      const answer = await new Promise<FromLogWorker>((resolve, reject) => {
        pending.set(id, { resolve, reject })
        port.postMessage({ id, message })
      })
      if (!isAnswerTo(message, answer))
        throw new Error(`The reader answered ${answer.type} to ${message.type}.`)
      return answer
    },
    stop,
  }
}

function isAnswerTo<Request extends ToLogWorker>(
  message: Request,
  answer: FromLogWorker,
): answer is Answer<Request> {
  return answer.type === ANSWERS[message.type]
}
