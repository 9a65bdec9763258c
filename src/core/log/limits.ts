/** How large a routing log may be. Every message about size reads these. */
export const LOG_LIMITS = {
  /** Of one file. */
  bytes: 100_000_000,
  prompts: 50_000,
  /** Fewer leave no prompts to evaluate on. */
  fewestPrompts: 50,
  llms: 64,
  fewestLlms: 2,
  /** A world numbers its families in one byte; the rarest beyond it become "other". */
  families: 256,
  columns: 1_000,
  /** Of one prompt, in UTF-16 units. The encoder reads only its beginning. */
  promptChars: 1_000_000,
  /** What a compressed file may grow to. */
  unpackedBytes: 600_000_000,
} as const
