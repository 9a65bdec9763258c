import type { BackendPreference } from '../../core/experiment/backend.ts'
import type { Speed } from '../../core/experiment/pace.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'

export interface TrainingActions {
  play(): void
  pause(): void
  /** One update; in slow motion the next phase. */
  step(): void
  /** Back to update 0 with the same seed, settings and start; the shipped policy routes again until it is played. */
  reset(): void
  /** Another seed, then reset. */
  newSeed(): void
  setSeed(seed: number): void
  setStart(start: 'scratch' | 'shipped'): void
  setSpeed(speed: Speed): void
  /** Clamps what is unsafe, says so, and resets the run where the change needs it. */
  change(settings: Partial<TrainingSettings>): void
  preferBackend(preference: BackendPreference): void
  trainWhileHidden(allowed: boolean): void
  /** Shows in the feedback table what the learner does not see, or hides it again. */
  peek(shown: boolean): void
  /** Keeps the current curve for comparison; the next run starts from the same initial weights (same seed). */
  pin(): void
  unpin(): void
}
