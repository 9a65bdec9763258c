/** What the person is told of the encoder: a state of its own, since it changes while the rest stands still. */
import { createStore } from 'zustand/vanilla'
import { type EncodingState, NOTHING_TYPED } from '../core/session/encoding.ts'

/** Holds the state of the session of the person's own words; nobody else writes it. */
export function createEncoderStore() {
  return createStore<EncodingState>()(() => NOTHING_TYPED)
}

export type EncoderStore = ReturnType<typeof createEncoderStore>
