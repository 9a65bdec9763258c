/** What the import of a routing log knows, is told and orders. */
import {
  type ColumnRole,
  type CostUnit,
  type LogPreview,
  type Mapping,
  type MappingChoices,
  NO_CHOICES,
  type ScoreScale,
} from '../log/mapping.ts'
import type { LogSummary } from '../log/parsed.ts'
import type { Messages } from '../messages/message.ts'

export type EncodingProgress =
  | { readonly kind: 'fetching'; readonly loadedBytes: number; readonly totalBytes: number }
  | {
      readonly kind: 'encoding'
      readonly done: number
      readonly total: number
      /** Estimated from this device's own pace; null before the first few prompts. */
      readonly secondsLeft: number | null
      /** Why embeddings are not kept for a second try; empty when they are. */
      readonly notes: Messages
    }

export type LogStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly rows: number }
  /** No table could be made of the file. */
  | { readonly kind: 'refused'; readonly problems: Messages }
  /** `preview` and `mapping` are there; `checking` while all rows are read with the mapping. */
  | { readonly kind: 'preview'; readonly checking: boolean; readonly problems: Messages }
  | EncodingProgress
  | { readonly kind: 'building' }
  /** The world is made and shown; `notes` say why it is not kept on the device. */
  | {
      readonly kind: 'done'
      readonly id: string
      readonly title: string
      readonly notes: Messages
      /** What the encoder could not tell apart, or not read whole. */
      readonly readings: Messages
    }
  | { readonly kind: 'failed'; readonly why: Messages }

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

/** A kept log that cannot be read: it can only be deleted. */
export interface DamagedLog {
  readonly id: string
  readonly title: string
}

/** What ends the present wait: a command's answer, or that of the read before (`queued`). */
export interface Task {
  readonly kind: 'open' | 'rest' | 'queued' | 'read' | 'encode' | 'build'
  readonly id: number
}

export interface LogImportState {
  readonly status: LogStatus
  readonly preview: LogPreview | null
  readonly mapping: Mapping | null
  /** What of the mapping the person has said; the rest is guessed. */
  readonly choices: MappingChoices
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
  readonly keptProblem: Messages | null
  /** Null when nothing is under way. Answers with another id are late and change nothing. */
  readonly task: Task | null
  /** Id of the read that goes on, overtaken or not: there is never another beside it. */
  readonly reading: number | null
  /** Id of the read that `summary` tells of. */
  readonly lastRead: number
  /** Ids given so far. */
  readonly ids: number
}

/** No file is open. */
export const CLOSED = {
  status: { kind: 'idle' },
  preview: null,
  mapping: null,
  choices: NO_CHOICES,
  summary: null,
  heldOut: [],
  task: null,
  reading: null,
} as const satisfies Partial<LogImportState>

export const NO_LOG: LogImportState = {
  ...CLOSED,
  title: '',
  keepTexts: true,
  kept: [],
  damaged: [],
  keptProblem: null,
  lastRead: 0,
  ids: 0,
}

/** What the person does, and what came of a command: the latter with the command's id. @typeParam File a file of the page's */
export type LogImportEvent<File> =
  | { readonly type: 'choose'; readonly name: string; readonly files: readonly File[] }
  | { readonly type: 'assign'; readonly column: number; readonly role: ColumnRole }
  | { readonly type: 'scale'; readonly scoreScale: ScoreScale }
  | { readonly type: 'cost-unit'; readonly costUnit: CostUnit }
  /** LLMs that are left out of the log: all of them, also those left out before. */
  | { readonly type: 'leave-out'; readonly llms: readonly string[] }
  | { readonly type: 'rename'; readonly title: string }
  | { readonly type: 'hold-out'; readonly family: string; readonly out: boolean }
  | { readonly type: 'keep-texts'; readonly keep: boolean }
  | { readonly type: 'make-world' }
  /** Stops reading or encoding. */
  | { readonly type: 'cancel' }
  | { readonly type: 'close' }
  | { readonly type: 'remove'; readonly world: string }
  | { readonly type: 'rows'; readonly id: number; readonly rows: number }
  | { readonly type: 'opened'; readonly id: number; readonly preview: LogPreview; readonly guess: Mapping }
  | { readonly type: 'rested'; readonly id: number }
  | { readonly type: 'read'; readonly id: number; readonly summary: LogSummary }
  | { readonly type: 'progress'; readonly id: number; readonly progress: EncodingProgress }
  | { readonly type: 'encoded'; readonly id: number }
  | {
      readonly type: 'built'
      readonly id: number
      readonly world: string
      readonly title: string
      readonly notes: Messages
      readonly readings: Messages
    }
  /** The file, the mapping or the choice of families will not do. */
  | { readonly type: 'refused'; readonly id: number; readonly problems: Messages }
  /** The encoder cannot be had. */
  | { readonly type: 'encode-failed'; readonly id: number; readonly why: Messages }
  /** The worker with the open file is gone, by itself. */
  | { readonly type: 'stopped'; readonly why: Messages }
  | {
      readonly type: 'listed'
      readonly kept: readonly KeptLog[]
      readonly damaged: readonly DamagedLog[]
      /** Why some or all are out of reach; empty where all is well. */
      readonly notes: Messages
    }
  | { readonly type: 'removed'; readonly world: string }
  | { readonly type: 'remove-failed'; readonly why: Messages }

export type LogImportCommand<File> =
  /** Takes the place of the open file, whatever is being done with it. */
  | { readonly type: 'open'; readonly id: number; readonly files: readonly File[] }
  /** Lets go of the open file. */
  | { readonly type: 'close-file' }
  | { readonly type: 'rest'; readonly id: number }
  | { readonly type: 'read'; readonly id: number; readonly mapping: Mapping }
  /** Encodes the texts of a read that are not encoded yet. @param reading the read's id */
  | {
      readonly type: 'encode'
      readonly id: number
      readonly reading: number
      readonly heldOut: readonly string[]
    }
  | { readonly type: 'stop-encoding' }
  | {
      readonly type: 'build'
      readonly id: number
      readonly reading: number
      readonly heldOut: readonly string[]
      readonly title: string
      readonly keepTexts: boolean
    }
  /** Lists what the device keeps, then shows this world. */
  | { readonly type: 'present'; readonly world: string }
  | { readonly type: 'list' }
  | { readonly type: 'remove'; readonly world: string }
