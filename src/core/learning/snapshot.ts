/** A run as it can be put away and gone on with: plain data, to be cloned, sent or saved. */
import type { RoundsState } from '../bandit/rounds.ts'
import type { RecorderState } from '../evaluation/curveRecorder.ts'
import type { StreamState } from '../math/random.ts'
import type { OptimiserState } from './optimiser.ts'

/** All that a trainer needs to go on as if it had never stopped. */
export interface TrainerSnapshot {
  readonly step: number
  readonly parameters: Float32Array
  readonly averaged: Float32Array
  readonly optimiser: OptimiserState
  readonly baseline: readonly number[]
  readonly rounds: RoundsState
  readonly arms: StreamState
  readonly noise: StreamState
  readonly outcomes: StreamState
}

/** A trainer with the curves it has drawn and the best policy it has met. */
export interface RunSnapshot {
  readonly trainer: TrainerSnapshot
  readonly recorder: RecorderState
  /** Reward of the newest validation, or null before the first. */
  readonly validated: number | null
  readonly best: BestPolicy | null
}

/** The averaged policy with the best validation reward so far. */
export interface BestPolicy {
  /** Update after which it stood so. */
  readonly step: number
  /** Its mean reward over the dial on the validation prompts, [-1, 1]. */
  readonly reward: number
  readonly parameters: Float32Array
}
