import type { None } from './none.ts'

/** Messages of routing logs: reading them, and making a world of one. */
export interface LogMessages {
  readonly 'no-log-open': None
}
