import type { TrainingSettings } from '../experiment/training.ts'
import type { PlainPolicy } from '../policy/policy.ts'
import type { RunSnapshot } from './snapshot.ts'

/** With its world, all that decides a run's course on one backend. */
export interface RunPlan {
  readonly settings: TrainingSettings
  readonly seed: number
  /** Parameters to start from, or null for a fresh initialisation from the seed. */
  readonly start: PlainPolicy | null
  /** Where an earlier run with the same plan was put away, or null to begin at update 0. */
  readonly resume: RunSnapshot | null
}
