import type { None } from './none.ts'

/** Messages of training runs, studies and evaluations. */
export interface TrainingMessages {
  readonly 'no-training-prompts': None
}
