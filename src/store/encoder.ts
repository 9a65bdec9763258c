/** What the person is told of the encoder: a state of its own, since it changes while the rest stands still. */
import { createStore } from 'zustand/vanilla'
import { DEFAULT_VIEW, type EncoderPreference } from '../core/experiment/view.ts'

export type EncoderStatus =
  /** Nothing fetched; `bytes` to fetch, once known (0: already on this device). */
  | { readonly kind: 'absent'; readonly bytes: number | null }
  | {
      readonly kind: 'loading'
      readonly loadedBytes: number
      readonly totalBytes: number
      readonly stage: 'download' | 'start' | 'measure'
    }
  | {
      readonly kind: 'ready'
      readonly backend: string
      readonly format: string
      readonly why: string
      readonly msPerPrompt: number
      /** What the cache could not do, if anything. */
      readonly cacheNote: string | null
    }
  | { readonly kind: 'failed'; readonly why: string }

export interface EncoderState {
  readonly preference: EncoderPreference
  readonly status: EncoderStatus
  /** What the person has typed; null while an example is shown. */
  readonly draft: string | null
  /** Why the draft is not routed, if it is not. */
  readonly draftProblem: string | null
  readonly encoding: boolean
  setPreference(preference: EncoderPreference): void
  setStatus(status: EncoderStatus): void
  setDraft(draft: string | null): void
  setEncoding(encoding: boolean): void
  setDraftProblem(problem: string | null): void
}

export function createEncoderStore() {
  return createStore<EncoderState>()(set => ({
    preference: DEFAULT_VIEW.encoder,
    status: { kind: 'absent', bytes: null },
    draft: null,
    draftProblem: null,
    encoding: false,
    setPreference: preference => set({ preference }),
    setStatus: status => set({ status }),
    setDraft: draft => set({ draft, draftProblem: null }),
    setEncoding: encoding => set({ encoding }),
    setDraftProblem: draftProblem => set({ draftProblem }),
  }))
}

export type EncoderStore = ReturnType<typeof createEncoderStore>
