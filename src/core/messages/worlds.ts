import type { None } from './none.ts'

/** Messages of worlds and shipped policies: fetching, checking and showing them. */
export interface WorldMessages {
  readonly 'no-world-shown': None
  /** Another one is shown by now than when something was begun. */
  readonly 'other-world-chosen': None
  /** The link's world is not in the catalogue. */
  readonly 'no-such-world': { readonly world: string }
  readonly 'no-such-prompt': { readonly prompt: string }
  /** The world ships no policy: one with fresh parameters routes. */
  readonly 'policy-untrained': { readonly seed: number }

  readonly 'world-of-other-format': { readonly format: string; readonly expected: string }
  /** Its columns do not have as many bytes as its header says. */
  readonly 'world-of-other-length': {
    readonly world: string
    readonly bytes: number
    readonly expected: number
  }
  /** A family, split, score, cost or tau. */
  readonly 'world-out-of-bounds': { readonly world: string }
}
