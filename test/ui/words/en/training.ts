import { type Messages, message } from '../../../../src/core/messages/message.ts'
import type { TrainingMessages } from '../../../../src/core/messages/training.ts'
import type { Examples } from './examples.ts'

export const trainingSentences: Examples<TrainingMessages<Messages>> = {
  'no-training-prompts': [{}, 'There is no prompt left to train on: tick a family.'],
  'no-validation-prompts': [{}, 'There is no prompt left to validate on: tick a family.'],
  'start-has-another-shape': [
    {},
    'The policy to start from has another preference encoder or decision head than the settings ask for: set them as it has them, or start from scratch.',
  ],
  'run-starts-again': [{}, 'The run starts again at update 0.'],
  'press-play': [{}, 'Press Play to start again.'],
  'run-restored': [{ name: 'run.json', step: 1_200 }, 'Restored from run.json, at update 1,200.'],
  'run-back': [{ step: 3_500 }, 'Your run is back, at update 3,500.'],
  'run-lost': [{}, 'Your run in this world could not be kept: it starts again at update 0.'],
  'run-not-kept': [
    {},
    'Your run is not kept on this device: a reload starts it again. Save it to a file to be sure.',
  ],
  'kept-run-dropped': [
    {},
    'The run that this device kept from an earlier visit cannot be gone on with, and is deleted.',
  ],
  'kept-run-of-other-data': [{}, 'The data of this world has changed since.'],
  'router-not-evaluated': [
    { router: 'knn', why: [message('no-world-shown', {})] },
    'kNN could not be evaluated: No world is shown yet.',
  ],
}
