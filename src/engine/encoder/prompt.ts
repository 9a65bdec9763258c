import { MAX_PROMPT_CHARS } from '../../core/experiment/limits.ts'
import { problem } from '../../core/messages/message.ts'

/** @throws Problem for an empty or too long prompt */
export function checkPrompt(text: string): void {
  checkText(text)
  if (text.length > MAX_PROMPT_CHARS) {
    throw problem('prompt-too-long', { chars: text.length, most: MAX_PROMPT_CHARS })
  }
}

/** @throws Problem for an empty text */
export function checkText(text: string): void {
  if (text.trim() === '') throw problem('prompt-empty', {})
}
