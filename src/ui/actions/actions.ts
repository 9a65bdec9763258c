/** What the page can ask of the world outside, by area. The app layer does it and puts what it learns into the stores. */
import type { FileActions } from './files.ts'
import type { LogActions } from './log.ts'
import type { PlaygroundActions } from './playground.ts'
import type { StudyActions } from './study.ts'
import type { KeptRunActions, TrainingActions } from './training.ts'

export interface Actions extends PlaygroundActions {
  readonly training: TrainingActions
  readonly keptRun: KeptRunActions
  readonly study: StudyActions
  readonly log: LogActions
  readonly files: FileActions
  /** Fetches the recorded run of the shown world again, where that failed. */
  retryRecordedRun(): void
  /** Loads the page again, in its newest version. */
  reload(): void
}
