/** Long texts in windows that overlap, so that nothing up to the limit goes unread and no sentence is only seen cut in two. */
import { MAX_TOKENS } from '../../core/experiment/limits.ts'

/** The two special tokens around each window. */
const SPECIAL = 2
/** Tokens that two windows share. */
const OVERLAP = 64
/** A text costs as many encodings as it has windows. */
export const MAX_WINDOWS = 16

const CONTENT = MAX_TOKENS - SPECIAL
const STRIDE = CONTENT - OVERLAP

export interface Windows {
  /** Each opens and closes with the special tokens; at least one, each of at most MAX_TOKENS. */
  readonly windows: readonly (readonly number[])[]
  /** Whether tokens beyond the last window are left out. */
  readonly truncated: boolean
}

/** @param ids tokens of a whole text between the two special ones */
export function windowsOf(ids: readonly number[]): Windows {
  if (ids.length <= MAX_TOKENS) return { windows: [ids], truncated: false }
  const content = ids.slice(1, -1)
  const last = content.length - CONTENT
  const starts: number[] = []
  for (let start = 0; start < last && starts.length < MAX_WINDOWS; start += STRIDE) starts.push(start)
  // The last window is as full as the others, and ends where the text does.
  if (starts.length < MAX_WINDOWS) starts.push(last)
  return {
    windows: starts.map(start => [ids[0], ...content.slice(start, start + CONTENT), ids[ids.length - 1]]),
    truncated: starts[starts.length - 1] < last,
  }
}
