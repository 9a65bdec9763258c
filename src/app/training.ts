/** Carries the training session's commands out: the trainer's worker, slow motion's clock, the page's policy. */
import type { RunSnapshot } from '../core/learning/snapshot.ts'
import { messagesOf } from '../core/messages/message.ts'
import type {
  RestoredRun,
  TrainingChange,
  TrainingCommand,
  TrainingEvent,
} from '../core/session/training/state.ts'
import { trainingSession } from '../core/session/training/training.ts'
import type { World } from '../core/world/world.ts'
import type { TrainerClient, TrainerEvent } from '../engine/trainer/client.ts'
import type { Playground } from '../store/playground.ts'
import type { TrainingStore } from '../store/training.ts'
import type { TrainingActions } from '../ui/actions/training.ts'
import { type Dispatch, runSession } from './runSession.ts'

/** How long a phase of slow motion stands, ms. */
const PHASE_MS = 1200

export interface Training {
  readonly actions: TrainingActions
  /** What a link or a file sets; clamped, and what is clamped is said. */
  apply(change: TrainingChange): void
  /** Gets ready for Play: all prompts of the shown world, the worker and its backend. What fails is left for Play to say. */
  prepare(): Promise<void>
  /** The run as it stands, to be saved with its page; null where there is none. */
  snapshot(): Promise<RunSnapshot | null>
  /** Puts a run from a file in place, its world being shown already. */
  restore(run: RestoredRun): void
  /** Follows the shown world and the tab's visibility; returns how to stop. */
  start(): () => void
}

export function createTraining({
  training,
  playground,
  wholeWorld,
  createClient,
}: {
  readonly training: TrainingStore
  readonly playground: Playground
  /** All prompts of the shown world. */
  readonly wholeWorld: () => Promise<World>
  readonly createClient: (onEvent: (event: TrainerEvent) => void) => TrainerClient
}): Training {
  const client = createClient(event => dispatch(event))
  const dispatch = runSession(trainingSession, training, perform)
  const saves = new Map<number, (snapshot: RunSnapshot | null) => void>()
  let lastSave = 0
  let clock: ReturnType<typeof setTimeout> | undefined

  function perform(command: TrainingCommand, tell: Dispatch<TrainingEvent>): void {
    switch (command.type) {
      case 'fetch-world': {
        const { run } = command
        wholeWorld().then(
          world => tell({ type: 'world-fetched', run, world }),
          error => tell({ type: 'world-missing', run, messages: messagesOf(error) }),
        )
        break
      }
      case 'start':
        client.start(command)
        break
      case 'train':
        client.play(command.pace)
        break
      case 'hold':
        client.pause()
        break
      case 'advance':
        client.step()
        break
      case 'change-backend':
        client.changeBackend(command.backend)
        break
      case 'take-snapshot': {
        const { request } = command
        client.snapshot().then(
          snapshot => tell({ type: 'snapshot', request, snapshot }),
          () => tell({ type: 'snapshot', request, snapshot: null }),
        )
        break
      }
      case 'end-worker':
        client.dispose()
        break
      case 'wait':
        clearTimeout(clock)
        clock = setTimeout(() => tell({ type: 'tick', tick: command.tick }), PHASE_MS)
        break
      case 'route':
        playground.getState().setPolicy(command.routed.policy, command.routed.source)
        break
      case 'settle':
        saves.get(command.save)?.(command.snapshot)
        saves.delete(command.save)
        break
    }
  }

  const actions: TrainingActions = {
    play: () => dispatch({ type: 'play' }),
    pause: () => dispatch({ type: 'pause' }),
    step: () => dispatch({ type: 'step' }),
    reset: () => dispatch({ type: 'reset' }),
    pin: () => dispatch({ type: 'pin' }),
    unpin: () => dispatch({ type: 'unpin' }),
  }

  function followVisibility(): () => void {
    const onChange = () => dispatch({ type: 'visibility', hidden: document.hidden })
    document.addEventListener('visibilitychange', onChange)
    onChange()
    return () => document.removeEventListener('visibilitychange', onChange)
  }

  function followWorld(): () => void {
    return playground.subscribe(({ loaded }, before) => {
      if (loaded === before.loaded || loaded === null) return
      const { world, policy, source } = loaded
      const routed = { policy, source }
      if (world.id !== before.loaded?.world.id) dispatch({ type: 'world-shown', world, routed })
      else if (policy !== before.loaded.policy) dispatch({ type: 'policy-shown', routed })
    })
  }

  return {
    actions,
    apply: change => dispatch({ type: 'view', change }),
    async prepare() {
      const world = await wholeWorld().catch(() => null)
      const { status, settings, backendPreference: backend } = training.getState()
      if (world !== null && status === 'idle') client.prepare({ world, settings, backend })
    },
    snapshot() {
      const save = ++lastSave
      return new Promise(resolve => {
        saves.set(save, resolve)
        dispatch({ type: 'save', save })
      })
    },
    restore: run => dispatch({ type: 'restore', run }),
    start() {
      const stops = [followVisibility(), followWorld()]
      return () => {
        for (const stop of stops) stop()
        clearTimeout(clock)
        dispatch({ type: 'reset' })
        client.dispose()
      }
    },
  }
}
