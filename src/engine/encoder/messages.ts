/** What the page and the encoder's worker say to each other. */
import type { EncoderPreference } from '../../core/experiment/options.ts'
import type { EncoderState } from './encoder.ts'
import type { EncoderProgress } from './fileLoader.ts'
import type { EncodedPrompt } from './model.ts'

/** One load per worker; then one prompt at a time. */
export type ToEncoder =
  | { readonly type: 'load'; readonly preference: EncoderPreference; readonly baseUrl: string }
  | { readonly type: 'encode'; readonly text: string }

export type FromEncoder =
  | { readonly type: 'progress'; readonly progress: EncoderProgress }
  | { readonly type: 'loaded'; readonly state: EncoderState }
  | { readonly type: 'encoded'; readonly prompt: EncodedPrompt }
  | { readonly type: 'failed'; readonly message: string }
