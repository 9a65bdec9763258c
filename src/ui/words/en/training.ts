import type { TrainingMessages } from '../../../core/messages/training.ts'
import type { Words } from '../catalogue.ts'

export const trainingWords: Words<TrainingMessages> = {
  'no-training-prompts': () => 'There is no prompt left to train on: tick a family.',
}
