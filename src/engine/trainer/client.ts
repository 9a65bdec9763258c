/** The page's side of the trainer: it pulls in neither TensorFlow.js nor a backend; those come with the worker. */
import type { FromTrainer, ToTrainer } from './messages.ts'

/** As much of a Worker as is needed. */
export interface TrainerWorker {
  postMessage(message: ToTrainer): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromTrainer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface TrainerClient {
  /** Starts the worker with the first message. */
  send(message: ToTrainer): void
  /** Stops the worker and frees its memory; the next `send` starts another. */
  dispose(): void
}

const startWorker = (): TrainerWorker =>
  new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' })

/** @param onMessage called with everything the worker says; a worker that stops says `failed` */
export function createTrainerClient(
  onMessage: (message: FromTrainer) => void,
  createWorker: () => TrainerWorker = startWorker,
): TrainerClient {
  let worker: TrainerWorker | null = null

  function dispose() {
    worker?.terminate()
    worker = null
  }

  function start(): TrainerWorker {
    const started = createWorker()
    started.onmessage = event => {
      if (worker === started) onMessage(event.data)
    }
    started.onerror = event => {
      if (worker !== started) return
      dispose()
      onMessage({
        type: 'failed',
        message: `The trainer’s worker stopped: ${event.message || 'its code could not be loaded'}.`,
      })
    }
    return started
  }

  return {
    send(message) {
      worker ??= start()
      worker.postMessage(message)
    },
    dispose,
  }
}
