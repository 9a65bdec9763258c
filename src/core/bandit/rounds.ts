import type { TrainingSettings } from '../experiment/training.ts'
import { createStream, resumeStream, type StreamState } from '../math/random.ts'
import { type Preference, samplePreference } from './preference.ts'

/** What the learners of one batch are asked: prompts by their number in the environment, and a preference for each. */
export interface RoundBatch {
  readonly prompts: Uint32Array
  readonly preferences: readonly Preference[]
}

export interface RoundsState {
  readonly prompts: StreamState
  readonly preferences: StreamState
}

/** The stream of contexts (x, w) that every learner of a seed meets, whatever it chooses. */
export interface Rounds {
  next(batch: number): RoundBatch
  state(): RoundsState
  /** Goes on from a saved state. */
  restore(state: RoundsState): void
}

/**
 * @param size prompts of the environment, drawn evenly and with replacement
 * @param seed of the streams `training/prompts` and `training/preferences`
 */
export function createRounds(
  size: number,
  { preferences, fixedCost }: Pick<TrainingSettings, 'preferences' | 'fixedCost'>,
  seed: number,
): Rounds {
  let promptStream = createStream(seed, 'training/prompts')
  let preferenceStream = createStream(seed, 'training/preferences')
  return {
    next: batch => ({
      prompts: Uint32Array.from({ length: batch }, () => promptStream.integer(size)),
      preferences: Array.from({ length: batch }, () =>
        samplePreference(preferenceStream, preferences, fixedCost),
      ),
    }),
    state: () => ({ prompts: promptStream.state(), preferences: preferenceStream.state() }),
    restore(state) {
      promptStream = resumeStream(state.prompts)
      preferenceStream = resumeStream(state.preferences)
    },
  }
}
