/** Longest prompt that is encoded, in characters (UTF-16 units). */
export const MAX_PROMPT_CHARS = 4000

/** Tokens that the encoder reads, the two special ones included. */
export const MAX_TOKENS = 256

/** Of a log's text no more characters (UTF-16 units) are encoded: what sixteen windows of tokens hold, and more. */
export const MAX_TEXT_CHARS = 16_000
