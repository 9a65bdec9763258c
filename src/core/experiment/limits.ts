/** Longest prompt that is encoded, in characters (UTF-16 units). */
export const MAX_PROMPT_CHARS = 4000
