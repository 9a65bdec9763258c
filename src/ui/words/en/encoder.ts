import type { EncoderMessages } from '../../../core/messages/encoder.ts'
import type { Words } from '../catalogue.ts'

export const encoderWords: Words<EncoderMessages> = {
  'encoder-not-loaded': () => 'The encoder is not loaded.',
  'draft-empty': () => 'Type something, or pick an example: an empty prompt cannot be routed.',
}
