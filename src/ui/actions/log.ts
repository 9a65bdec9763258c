import type { ColumnRole, CostUnit, ScoreScale } from '../../core/log/mapping.ts'

/** Forms a log may have; one of each can be made to try. */
export type LogForm = 'wide' | 'long' | 'lists'

/** What the page can ask about a person's own routing log. Nothing of it leaves the device. */
export interface LogActions {
  /** Reads a log and, beside it, a models list: format and columns are guessed and shown before anything is kept. */
  choose(files: readonly File[]): void
  /** Reads pasted text as if it were a file. */
  paste(text: string): void
  /** Makes a small log of that form and reads it. */
  tryExample(form: LogForm): void
  /** Saves such a log as a file. */
  saveExample(form: LogForm): void
  assign(column: number, role: ColumnRole): void
  scale(scoreScale: ScoreScale): void
  costUnit(costUnit: CostUnit): void
  /** @param llms all that are left out of the log, by name */
  leaveOut(llms: readonly string[]): void
  /** What the world will be called; the file's name where it is blank. */
  rename(title: string): void
  holdOut(family: string, out: boolean): void
  keepTexts(keep: boolean): void
  /** Encodes what is not encoded yet and makes a world, which is then shown. */
  makeWorld(): void
  /** Stops reading or encoding; what was encoded so far is not lost. */
  cancel(): void
  /** Lets go of the open file. */
  close(): void
  /** Shows a log that the device keeps. */
  open(id: string): void
  remove(id: string): void
}
