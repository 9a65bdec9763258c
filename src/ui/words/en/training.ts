import type { Messages } from '../../../core/messages/message.ts'
import type { TrainingMessages } from '../../../core/messages/training.ts'
import type { Words } from '../catalogue.ts'

/** Routers by their name in rows and files. */
const ROUTERS: Readonly<Record<string, string>> = {
  policy: 'The shipped policy',
  zero: 'The Zero router',
  'fixed-per-w': 'The best fixed LLM',
  oracle: 'The oracle',
  random: 'The random router',
  knn: 'kNN',
}

export const trainingWords: Words<TrainingMessages<Messages>> = {
  'no-training-prompts': () => 'There is no prompt left to train on: tick a family.',
  'no-validation-prompts': () => 'There is no prompt left to validate on: tick a family.',
  'start-has-another-shape': () =>
    'The policy to start from has another preference encoder or decision head than the settings ask for: set them as it has them, or start from scratch.',
  'run-starts-again': () => 'The run starts again at update 0.',
  'press-play': () => 'Press Play to start again.',
  'run-restored': ({ name, step }, { count }) => `Restored from ${name}, at update ${count(step)}.`,
  'run-back': ({ step }, { count }) => `Your run is back, at update ${count(step)}.`,
  'run-lost': () => 'Your run in this world could not be kept: it starts again at update 0.',
  'run-not-kept': () =>
    'Your run is not kept on this device: a reload starts it again. Save it to a file to be sure.',
  'kept-run-dropped': () =>
    'The run that this device kept from an earlier visit cannot be gone on with, and is deleted.',
  'kept-run-of-other-data': () => 'The data of this world has changed since.',
  'router-not-evaluated': ({ router, why }, { sayAll }) =>
    `${ROUTERS[router] ?? router.replace(/^llm:/, '')} could not be evaluated: ${sayAll(why)}`,
}
