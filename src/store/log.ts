/** A person's own routing log on its way in, and those kept on the device. */
import { createStore } from 'zustand/vanilla'
import type { LogPreview, Mapping } from '../core/log/mapping.ts'
import type { LogSummary } from '../core/log/parsed.ts'
import type { Message } from '../core/messages/message.ts'

export type LogStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly rows: number }
  /** No table could be made of the file. */
  | { readonly kind: 'refused'; readonly problems: readonly Message[] }
  /** `preview` and `mapping` are there; `checking` while all rows are read with the mapping. */
  | { readonly kind: 'preview'; readonly checking: boolean; readonly problems: readonly Message[] }
  | {
      readonly kind: 'fetching'
      readonly loadedBytes: number
      readonly totalBytes: number
    }
  | {
      readonly kind: 'encoding'
      readonly done: number
      readonly total: number
      /** Estimated from this device's own pace; null before the first few prompts. */
      readonly secondsLeft: number | null
      /** Why embeddings are not kept for a second try; null when they are. */
      readonly note: readonly Message[] | null
    }
  | { readonly kind: 'building' }
  /** The world is made and shown; `note` says why it is not kept on the device. */
  | {
      readonly kind: 'done'
      readonly id: string
      readonly title: string
      readonly note: readonly Message[] | null
    }
  | { readonly kind: 'failed'; readonly why: readonly Message[] }

/** A log that the device keeps. */
export interface KeptLog {
  readonly id: string
  readonly title: string
  readonly prompts: number
  readonly llms: number
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

/** One that the device keeps, but in pieces: it can only be deleted. */
export type DamagedLog = Pick<KeptLog, 'id' | 'title'>

export interface LogState {
  readonly status: LogStatus
  readonly preview: LogPreview | null
  readonly mapping: Mapping | null
  /** What the mapping makes of the file; null while there are problems. */
  readonly summary: LogSummary | null
  /** What the world will be called. */
  readonly title: string
  /** Ids of families to keep out of training. */
  readonly heldOut: readonly string[]
  /** Whether held-out prompts' texts are kept, to be shown as examples. */
  readonly keepTexts: boolean
  /** Newest first. */
  readonly kept: readonly KeptLog[]
  readonly damaged: readonly DamagedLog[]
  /** Why nothing could be deleted or listed; null while all is well. */
  readonly keptProblem: readonly Message[] | null
  set(change: Partial<Omit<LogState, 'set'>>): void
}

export function createLogStore() {
  return createStore<LogState>()(set => ({
    status: { kind: 'idle' },
    preview: null,
    mapping: null,
    summary: null,
    title: '',
    heldOut: [],
    keepTexts: true,
    kept: [],
    damaged: [],
    keptProblem: null,
    set: change => set(change),
  }))
}

export type LogStore = ReturnType<typeof createLogStore>
