import type { None } from './none.ts'

/** Names of what a link or a lesson may set: words for a control or within a sentence, beginning small. */
export interface ViewMessages {
  /** A training setting, by its name beside the control. */
  readonly 'label-setting': { readonly label: string }
  readonly 'label-world': None
  readonly 'label-prompt': None
  readonly 'label-wc': None
  readonly 'label-encoder': None
  readonly 'label-seed': None
  readonly 'label-start': None
  readonly 'label-speed': None
  readonly 'label-backend': None
  readonly 'label-train-while-hidden': None
  readonly 'label-peek': None
  readonly 'label-open': None
  readonly 'label-presenter': None
  readonly 'label-hidden': None
  readonly 'label-locked': None
}
