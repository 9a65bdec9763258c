/** Whether the answer that stands belongs to what is in the prompt box, and what is missing where it does not. */
import { type EncodingState, isBlank } from './encoding.ts'

/** Why the answer is still that of the prompt before. */
export type StaleReason =
  /** Nothing is in the box. */
  | 'empty'
  /** The encoder is not here, and none is on its way: its download was stopped. */
  | 'encoder-absent'
  | 'encoder-loading'
  /** The encoder did not start, or broke on this text. */
  | 'encoder-failed'
  /** The text is about to be encoded, or being so. */
  | 'encoding'

/**
 * @param routedText the person's own words, where those are routed; null where an example is
 * @returns null where the answer is that of the text in the box
 */
export function staleReason(
  { draft, status }: Pick<EncodingState, 'draft' | 'status'>,
  routedText: string | null,
): StaleReason | null {
  // Where nothing was typed the box shows what is routed.
  if (draft === null) return null
  if (isBlank(draft)) return 'empty'
  if (draft === routedText) return null
  switch (status.kind) {
    case 'absent':
      return 'encoder-absent'
    case 'loading':
      return 'encoder-loading'
    case 'failed':
      return 'encoder-failed'
    case 'ready':
      return 'encoding'
  }
}
