/** What a person does with a run; what they set goes by `applyView`. */
export interface TrainingActions {
  play(): void
  pause(): void
  /** One update; in slow motion the next phase. */
  step(): void
  /** Back to update 0 with the same seed, settings and start; the policy from before the run routes again. */
  reset(): void
  /** Keeps the current curve for comparison; the next run starts from the same initial weights (same seed). */
  pin(): void
  unpin(): void
}

/** What a person does with the run that the device kept from an earlier visit. */
export interface KeptRunActions {
  /** Puts it in place, paused; a run that stands there ends. */
  goOn(): void
  /** Deletes it from the device. */
  discard(): void
}
