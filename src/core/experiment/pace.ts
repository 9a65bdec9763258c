/** Slow motion shows one round at a time with its phases; fast is as fast as the device can. */
export const SPEEDS = ['slow', 'normal', 'fast'] as const
export type Speed = (typeof SPEEDS)[number]

/** How a trainer's worker is paced. Slow motion is single updates, paced by the page. */
export type Pace = Exclude<Speed, 'slow'>

/** The phases of a round in slow motion, in their order. */
export const PHASES = [
  'prompt',
  'preference',
  'probabilities',
  'pull',
  'outcome',
  'reward',
  'advantage',
  'update',
] as const
export type Phase = (typeof PHASES)[number]
