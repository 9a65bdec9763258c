import type { None } from './none.ts'

/** Messages of routing logs: reading them, and making a world of one. */
export interface LogMessages {
  readonly 'no-log-open': None
  /** Follows what is wrong with the storage. */
  readonly 'embeddings-not-kept': None
  /** Follows what is wrong with the storage. */
  readonly 'log-not-kept': None
  readonly 'saved-log-gone': None
  readonly 'saved-log-damaged': { readonly title: string }
}
