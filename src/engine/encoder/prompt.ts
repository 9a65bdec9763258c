import { MAX_PROMPT_CHARS } from '../../core/experiment/limits.ts'

/** @throws Error for an empty or too long prompt */
export function checkPrompt(text: string): void {
  if (text.trim() === '') throw new Error('The prompt is empty.')
  if (text.length > MAX_PROMPT_CHARS) {
    throw new Error(`The prompt has ${text.length} characters; at most ${MAX_PROMPT_CHARS} are encoded.`)
  }
}
