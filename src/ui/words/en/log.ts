import type { LogMessages } from '../../../core/messages/log.ts'
import type { Words } from '../catalogue.ts'

export const logWords: Words<LogMessages> = {
  'no-log-open': () => 'No log is open.',
  'embeddings-not-kept': () => 'Embeddings are not kept: stay on this page until the world is made.',
  'log-not-kept': () => 'The world is here until you leave the page.',
  'saved-log-gone': () => 'This log is not on this device any more.',
  'saved-log-damaged': ({ title }) => `“${title}” is damaged on this device and cannot be opened.`,
}
