import type { WorldMessages } from '../../../core/messages/worlds.ts'
import type { Words } from '../catalogue.ts'

export const worldWords: Words<WorldMessages> = {
  'no-world-shown': () => 'No world is shown yet.',
}
