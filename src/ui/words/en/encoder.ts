import type { EncoderMessages } from '../../../core/messages/encoder.ts'
import type { Words } from '../catalogue.ts'

export const encoderWords: Words<EncoderMessages> = {
  'encoder-not-loaded': () => 'The encoder is not loaded.',
}
