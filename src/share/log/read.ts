/** A routing log from the bytes of its files: in the page's worker and in Node alike. */
import type { Mapping } from '../../core/log/mapping.ts'
import type { ParsedLog } from '../../core/log/parsed.ts'
import { LogProblem } from './problem.ts'

export interface LogFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * A log, and a models list beside it if there is one; the columns' meaning is guessed unless told.
 * @throws LogProblem, and nothing else, for whatever cannot be read
 */
export async function readLogFiles(files: readonly LogFile[], _mapping?: Mapping): Promise<ParsedLog> {
  throw new LogProblem(`${files.length} files cannot be read yet.`)
}
