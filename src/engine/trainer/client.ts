/** The page's side of the trainer: it pulls in neither TensorFlow.js nor a backend; those come with the worker. */
import type { BackendPreference } from '../../core/experiment/backend.ts'
import type { Pace } from '../../core/experiment/pace.ts'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import { messagesOf } from '../../core/messages/message.ts'
import type { TrainerEvent } from '../../core/session/training/state.ts'
import type { World } from '../../core/world/world.ts'
import { createWorkerClient, type Remote, type WorkerEndpoint } from '../worker/client.ts'
import { KeyedSender } from '../worker/keyedValues.ts'
import type { TrainingLoop } from './loop.ts'
import type { Preparation, RunOrder } from './messages.ts'

export type { TrainerEvent } from '../../core/session/training/state.ts'

/** The worker is started by the first call that needs one. What fails is told as an event, once. */
export interface TrainerClient {
  /** Gets a run ready that may be asked for: the worker, the world in it, the backend. What fails is left for the run to tell. */
  prepare(preparation: Preparation): void
  /** Sets a run up, at update 0 or where it was put away, in place of any other. It waits to be played. */
  start(order: RunOrder & { readonly world: World }): void
  play(pace: Pace): void
  pause(): void
  /** One update, then a report. */
  step(): void
  /** The run goes on on another backend. */
  changeBackend(preference: BackendPreference): void
  /**
   * The run as it stands; null where there is none. A run that plays goes on.
   * @throws what went wrong; an AbortError when the client is disposed of
   */
  snapshot(): Promise<RunSnapshot | null>
  /** Ends the worker and frees its memory; the next call starts another. */
  dispose(): void
}

const startWorker = (): WorkerEndpoint =>
  new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' })

/** @param onEvent called with everything that the live worker tells; a worker that stops is told as `failed` */
export function createTrainerClient(
  onEvent: (event: TrainerEvent) => void,
  createWorker: () => WorkerEndpoint = startWorker,
): TrainerClient {
  const worlds = new KeyedSender<World>()
  /** Stands for the live worker: an ended one may still have something to say. */
  let live: object | null = null
  /** What has been told as `failed` already. */
  let stopped: unknown = null

  const worker = createWorkerClient<TrainingLoop>(createWorker, {
    onStart(loop) {
      const own = {}
      live = own
      worlds.forget()
      void loop.connect(event => {
        if (live === own) onEvent(event)
      })
    },
    onStop(why) {
      live = null
      stopped = why
      onEvent({ type: 'failed', messages: why.said })
    },
  })

  /** Has something done that only events answer. */
  function tell(ask: (loop: Remote<TrainingLoop>) => Promise<void>): void {
    worker.call(ask).catch((error: unknown) => {
      if (error === stopped || (error instanceof DOMException && error.name === 'AbortError')) return
      worlds.forget()
      onEvent({ type: 'failed', messages: messagesOf(error) })
    })
  }

  return {
    prepare: ({ world, settings, backend }) =>
      void worker
        .call(loop => loop.prepare({ world: worlds.send(world), settings, backend }))
        .catch(() => worlds.forget()),
    start: ({ run, world, plan, backend }) =>
      tell(loop => loop.start({ run, world: worlds.send(world), plan, backend })),
    play: pace => tell(loop => loop.play(pace)),
    pause() {
      if (live !== null) tell(loop => loop.pause())
    },
    step: () => tell(loop => loop.step()),
    changeBackend: preference => tell(loop => loop.changeBackend(preference)),
    snapshot: async () => (live === null ? null : worker.call(loop => loop.snapshot())),
    dispose() {
      live = null
      worker.dispose()
    },
  }
}

export default createTrainerClient
