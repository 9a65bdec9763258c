import type { ViewMessages } from '../../../core/messages/view.ts'
import type { Words } from '../catalogue.ts'

export const viewWords: Words<ViewMessages> = {
  'label-setting': ({ label }) => label,
  'label-world': () => 'world',
  'label-prompt': () => 'example',
  'label-wc': () => 'dial',
  'label-encoder': () => 'place where the encoder runs',
  'label-seed': () => 'seed',
  'label-start': () => 'start of training',
  'label-speed': () => 'speed of training',
  'label-backend': () => 'place where training runs',
  'label-train-while-hidden': () => 'training in a hidden tab',
  'label-peek': () => 'look at what the learner does not see',
  'label-open': () => 'parts that stand open',
  'label-presenter': () => 'presenter’s view',
  'label-hidden': () => 'parts that are left out',
  'label-locked': () => 'parts that do not move',
}
