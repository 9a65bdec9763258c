import type { None } from './none.ts'

/** Messages of training runs, studies and evaluations. */
export interface TrainingMessages<Messages> {
  readonly 'no-training-prompts': None
  readonly 'no-validation-prompts': None
  /** Of the policy that a run should start from, and the settings' own. */
  readonly 'start-has-another-shape': None
  /** A change of settings ended the run. */
  readonly 'run-starts-again': None
  /** After a failure. */
  readonly 'press-play': None
  readonly 'run-restored': { readonly name: string; readonly step: number }
  /** A run of this page's own, from before another world or a reload. */
  readonly 'run-back': { readonly step: number }
  /** The worker stopped before it gave the run away. */
  readonly 'run-lost': None
  /** Followed by why. */
  readonly 'run-not-kept': None
  /** A run from an earlier visit; why follows where it is known. */
  readonly 'kept-run-dropped': None
  readonly 'kept-run-of-other-data': None
  /** One of several routers could not be evaluated; the others could. */
  readonly 'router-not-evaluated': { readonly router: string; readonly why: Messages }
}
