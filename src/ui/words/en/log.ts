import type { LogMessages } from '../../../core/messages/log.ts'
import type { Words } from '../catalogue.ts'

export const logWords: Words<LogMessages> = {
  'no-log-open': () => 'No log is open.',
}
