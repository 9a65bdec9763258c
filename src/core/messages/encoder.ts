import type { None } from './none.ts'

/** Messages of the prompt encoder: its files, its start, the prompts it is given. */
export interface EncoderMessages {
  readonly 'encoder-not-loaded': None
  /** The box holds nothing to route. */
  readonly 'draft-empty': None
}
