/** A routing log from the bytes of its files: in the page's worker and in Node alike. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { ColumnProfile, LogPreview, Mapping } from '../../core/log/mapping.ts'
import type { ParsedLog } from '../../core/log/parsed.ts'
import { errorText, type Message, message, Problem, problem } from '../../core/messages/message.ts'
import { assemble } from './assemble.ts'
import { detectFormat } from './format.ts'
import { FORMATS } from './formats.ts'
import { guessMapping } from './guess.ts'
import { collectLong } from './long.ts'
import { isModelsList, type ListedModel, readModels } from './models.ts'
import { profileTable, type TableProfile } from './profile.ts'
import type { Table } from './table.ts'
import { collectWide } from './wide.ts'

export interface LogFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A log that was looked at, not yet taken: its preview, what its columns seem to mean, and how to take it. */
export interface OpenLog {
  readonly preview: LogPreview
  readonly guess: Mapping
  /** @throws Problem with row numbers */
  read(mapping: Mapping): Promise<ParsedLog>
}

/**
 * A log, and a models list beside it if there is one; the columns' meaning is guessed unless told.
 * @throws Problem, and nothing else, for whatever cannot be read
 */
export async function readLogFiles(files: readonly LogFile[], mapping?: Mapping): Promise<ParsedLog> {
  const open = await openLogFiles(files)
  return open.read(mapping ?? open.guess)
}

/** @param onRows called now and then with the rows read so far @throws Problem, and nothing else */
export function openLogFiles(
  files: readonly LogFile[],
  onRows: (rows: number) => void = () => {},
): Promise<OpenLog> {
  return readingLog(async () => {
    const opened: Opened[] = []
    for (const file of files) opened.push({ name: file.name, table: await openTable(file) })
    const [log, list] = separateModels(opened)
    const models = list === null ? [] : await readModels(list)
    const profile = await profileTable(log.table, onRows)
    const { rows, columns } = profile
    if (rows === 0) throw problem('log-without-rows', { name: log.name })
    return {
      preview: {
        name: log.name,
        format: log.table.format,
        rows,
        columns,
        models: models.map(model => model.id),
      },
      guess: guessMapping(columns, models),
      read: mapping => readingLog(() => readTable(log, profile, mapping, models)),
    }
  })
}

interface Opened {
  readonly name: string
  readonly table: Table
}

async function openTable({ name, bytes }: LogFile): Promise<Table> {
  if (bytes.length > LOG_LIMITS.bytes) {
    throw problem('log-file-too-large', { name, bytes: bytes.length, mostBytes: LOG_LIMITS.bytes })
  }
  return detectFormat(name, bytes, FORMATS).read(name, bytes)
}

/** The log, and the models list among the files or inside the log. */
function separateModels(opened: readonly Opened[]): [log: Opened, models: Table | null] {
  if (opened.length === 1) return [opened[0], opened[0].table.models]
  const lists = opened.filter(({ name, table }) => isModelsList(name, table))
  const logs = opened.filter(file => !lists.includes(file))
  if (opened.length !== 2 || logs.length !== 1) {
    throw problem('one-log-expected', {})
  }
  return [logs[0], lists[0].table]
}

async function readTable(
  { name, table }: Opened,
  { rows, columns }: TableProfile,
  mapping: Mapping,
  models: readonly ListedModel[],
): Promise<ParsedLog> {
  if (mapping.columns.length !== table.names.length) {
    const roles = mapping.columns.length
    throw problem('columns-miscounted', { name, roles, columns: table.names.length })
  }
  const count = (role: string) => mapping.columns.filter(column => column.role === role).length
  if (count('prompt') !== 1) throw problem('prompt-column-needed', {})
  if (count('family') > 1 || count('model') > 1) throw problem('too-many-group-columns', {})
  const collect = count('model') === 1 ? collectLong : collectWide
  const collected = await collect(table, rows, mapping, models)
  const notes = noteScale(mapping, columns)
  return assemble(name, { ...collected, notes: [...notes, ...collected.notes] }, models)
}

/** That scores are not as in the file, and what they are there. */
function noteScale({ columns, scoreScale }: Mapping, profiles: readonly ColumnProfile[]): Message[] {
  if (scoreScale === 1) return []
  const scores = profiles.filter((_, i) => columns[i].role === 'score')
  const [from, to] = [Math.min(...scores.map(({ min }) => min)), Math.max(...scores.map(({ max }) => max))]
  return [message('scores-scaled', { scale: scoreScale, from, to })]
}

/** Whatever goes wrong becomes a problem: memory that runs out, a fault of a reader. */
async function readingLog<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    throw error instanceof Problem ? error : problem('log-not-read', { detail: errorText(error) })
  }
}
