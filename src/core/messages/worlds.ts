import type { None } from './none.ts'

/** Messages of worlds and shipped policies: fetching, checking and showing them. */
export interface WorldMessages {
  readonly 'no-world-shown': None
}
