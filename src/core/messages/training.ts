/** Messages of training runs, studies and evaluations. */
export interface TrainingMessages {
  readonly 'no-training-prompts': Readonly<Record<never, never>>
}
