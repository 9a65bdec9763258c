/** What the page and the worker of own logs say to each other. */
import type { LogPreview, Mapping } from '../../core/log/mapping.ts'
import type { LogSummary } from '../../core/log/parsed.ts'
import type { Message } from '../../core/messages/message.ts'
import type { World } from '../../core/world/world.ts'
import type { SavedLog } from '../../engine/log/savedLogs.ts'

/** A world in the two forms the page needs. */
export interface LogWorld {
  /** The examples alone. */
  readonly gallery: World
  readonly whole: World
}

export type ToLogWorker =
  /** Reads files; their columns are guessed. Replaces what was open. */
  | { readonly type: 'open'; readonly files: readonly File[] }
  | { readonly type: 'read'; readonly mapping: Mapping }
  /** Checks the split and looks up which embeddings are on the device already. */
  | { readonly type: 'prepare'; readonly heldOut: readonly string[] }
  | { readonly type: 'next'; readonly count: number }
  | { readonly type: 'keep'; readonly start: number; readonly embeddings: Float32Array }
  /** Makes the world and keeps it on the device. */
  | { readonly type: 'build'; readonly title: string; readonly keepTexts: boolean }
  | { readonly type: 'load'; readonly id: string }

/** One answer to each request; `progress` may come before it. */
export type FromLogWorker =
  | { readonly type: 'progress'; readonly rows: number }
  | { readonly type: 'opened'; readonly preview: LogPreview; readonly guess: Mapping }
  | { readonly type: 'read'; readonly summary: LogSummary }
  /** Different texts, and how many of them are still to be encoded. */
  | { readonly type: 'prepared'; readonly texts: number; readonly missing: number }
  | { readonly type: 'next'; readonly start: number; readonly texts: readonly string[] }
  | { readonly type: 'kept'; readonly note: readonly Message[] | null }
  | {
      readonly type: 'built'
      readonly world: LogWorld
      readonly saved: SavedLog | null
      /** Why it is not kept on the device; null when it is. */
      readonly note: readonly Message[] | null
    }
  | { readonly type: 'loaded'; readonly world: LogWorld }
  /** Nothing is wrong with the page: the file, the mapping or the choice of families will not do. */
  | { readonly type: 'refused'; readonly problems: readonly Message[] }
