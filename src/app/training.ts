/** Drives the trainer's worker and puts its reports into the stores. */
import type { World } from '../core/world/world.ts'
import type { Playground } from '../store/playground.ts'
import type { TrainingStore } from '../store/training.ts'
import type { TrainingActions } from '../ui/actions/training.ts'

export function createTraining(_parts: {
  readonly training: TrainingStore
  readonly playground: Playground
  /** All prompts of the shown world. */
  readonly wholeWorld: () => Promise<World>
}): TrainingActions {
  const nothing = () => {}
  return {
    play: nothing,
    pause: nothing,
    step: nothing,
    reset: nothing,
    newSeed: nothing,
    setSeed: nothing,
    setStart: nothing,
    setSpeed: nothing,
    change: nothing,
    preferBackend: nothing,
    trainWhileHidden: nothing,
    pin: nothing,
    unpin: nothing,
  }
}
