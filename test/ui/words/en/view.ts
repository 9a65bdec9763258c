import type { ViewMessages } from '../../../../src/core/messages/view.ts'
import type { Examples } from './examples.ts'

export const viewSentences: Examples<ViewMessages> = {
  'label-setting': [{ label: 'Batch size' }, 'Batch size'],
  'label-world': [{}, 'world'],
  'label-prompt': [{}, 'example'],
  'label-wc': [{}, 'dial'],
  'label-encoder': [{}, 'place where the encoder runs'],
  'label-seed': [{}, 'seed'],
  'label-start': [{}, 'start of training'],
  'label-speed': [{}, 'speed of training'],
  'label-backend': [{}, 'place where training runs'],
  'label-train-while-hidden': [{}, 'training in a hidden tab'],
  'label-peek': [{}, 'look at what the learner does not see'],
  'label-open': [{}, 'parts that stand open'],
  'label-presenter': [{}, 'presenter’s view'],
  'label-hidden': [{}, 'parts that are left out'],
  'label-locked': [{}, 'parts that do not move'],
}
