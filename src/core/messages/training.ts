import type { None } from './none.ts'

/** Messages of training runs, studies and evaluations. */
export interface TrainingMessages {
  readonly 'no-training-prompts': None
  /** A change of settings ended the run. */
  readonly 'run-starts-again': None
  /** After a failure. */
  readonly 'press-play': None
  readonly 'run-restored': { readonly name: string; readonly step: number }
}
