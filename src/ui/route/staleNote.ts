import type { StaleReason } from '../../core/session/staleness.ts'

const MISSING: Readonly<Record<StaleReason, string>> = {
  empty: 'The box is empty: type a prompt or pick an example.',
  'encoder-absent': 'Yours needs the encoder: fetch it, or pick an example.',
  'encoder-loading': 'Yours waits until the encoder is here.',
  'encoder-failed': 'The encoder failed: try again, or pick an example.',
  encoding: 'Yours is being encoded.',
}

/** What is said beside an answer that is not that of the prompt in the box: that it is not, and what is missing. */
export function staleNote(reason: StaleReason): string {
  return `This answers the prompt before. ${MISSING[reason]}`
}
