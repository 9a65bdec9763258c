/** Updates of a run that nobody waits for: shipped policies, headless evaluation. The default of the setting `steps` is what a person watches. */
export const LONG_RUN_STEPS = 20_000

/** Training prompts that so many updates are enough for. */
const LONG_RUN_PROMPTS = 2_000

/** The same for a log of any size: more prompts tell more, up to what twice the updates can learn. */
export function longRunSteps(trainingPrompts: number): number {
  return Math.round(LONG_RUN_STEPS * Math.min(2, Math.max(1, trainingPrompts / LONG_RUN_PROMPTS)))
}
