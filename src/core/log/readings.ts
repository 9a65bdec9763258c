/** What the encoder can make of a log's texts: which it reads whole, and which it cannot tell apart. */
import { type Message, message } from '../messages/message.ts'

/** One text as the encoder read it. */
export interface TextReading {
  /** The same for two texts exactly when their embeddings are. */
  readonly key: string
  /** Windows that it took. */
  readonly windows: number
  /** Whether its end was left out. */
  readonly truncated: boolean
  /** Whether the encoder has a word for none of it. */
  readonly unknown: boolean
}

export interface ReadingCounts {
  /** Texts. */
  readonly n: number
  /** Longer than one window. */
  readonly long: number
  /** Windows of all long texts together. */
  readonly windows: number
  readonly cut: number
  readonly unknown: number
  /** Texts whose embedding another text has too. */
  readonly shared: number
  /** Different embeddings that those share. */
  readonly sharedBy: number
}

/** @param texts different ones */
export function countReadings(texts: Iterable<TextReading>): ReadingCounts {
  const times = new Map<string, number>()
  const counts = { n: 0, long: 0, windows: 0, cut: 0, unknown: 0, shared: 0, sharedBy: 0 }
  for (const { key, windows, truncated, unknown } of texts) {
    counts.n++
    times.set(key, (times.get(key) ?? 0) + 1)
    if (windows > 1) {
      counts.long++
      counts.windows += windows
    }
    if (truncated) counts.cut++
    if (unknown) counts.unknown++
  }
  for (const count of times.values()) {
    if (count < 2) continue
    counts.shared += count
    counts.sharedBy++
  }
  return counts
}

/** What of it a person must know before a world is made; nothing where every text has an embedding of its own. */
export function noteReadings({ n, long, windows, cut, unknown, shared, sharedBy }: ReadingCounts): Message[] {
  return [
    ...(long > 0 ? [message('prompts-in-windows', { prompts: long, windows })] : []),
    ...(cut > 0 ? [message('prompts-cut', { prompts: cut })] : []),
    ...(unknown > 0 ? [message('prompts-unknown', { prompts: unknown })] : []),
    ...(shared > 0 ? [message('embeddings-shared', { prompts: shared, of: n, embeddings: sharedBy })] : []),
  ]
}

/** A reading without its key, in one byte, as it is kept beside an embedding. */
export function packReading({ windows, truncated, unknown }: Omit<TextReading, 'key'>): number {
  return Math.min(windows, 31) | (truncated ? 32 : 0) | (unknown ? 64 : 0)
}

export function unpackReading(byte: number): Omit<TextReading, 'key'> {
  return { windows: byte & 31, truncated: (byte & 32) !== 0, unknown: (byte & 64) !== 0 }
}
