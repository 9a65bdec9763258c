/** A routing log from the bytes of its files: in the page's worker and in Node alike. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { ColumnProfile, LogPreview, Mapping } from '../../core/log/mapping.ts'
import type { ParsedLog } from '../../core/log/parsed.ts'
import { messageOf } from '../../core/messageOf.ts'
import { assemble } from './assemble.ts'
import { readDelimited } from './delimited.ts'
import { sniff } from './format.ts'
import { guessMapping } from './guess.ts'
import { readJson, readJsonLines } from './json.ts'
import { collectLong } from './long.ts'
import { isModelsList, type ListedModel, readModels } from './models.ts'
import { readParquet } from './parquet.ts'
import { LogProblem } from './problem.ts'
import { profileTable, type TableProfile } from './profile.ts'
import type { Table } from './table.ts'
import { decodeText } from './text.ts'
import { collectWide } from './wide.ts'

export interface LogFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A log that was looked at, not yet taken: its preview, what its columns seem to mean, and how to take it. */
export interface OpenLog {
  readonly preview: LogPreview
  readonly guess: Mapping
  /** @throws LogProblem with row numbers */
  read(mapping: Mapping): Promise<ParsedLog>
}

/**
 * A log, and a models list beside it if there is one; the columns' meaning is guessed unless told.
 * @throws LogProblem, and nothing else, for whatever cannot be read
 */
export async function readLogFiles(files: readonly LogFile[], mapping?: Mapping): Promise<ParsedLog> {
  const open = await openLogFiles(files)
  return open.read(mapping ?? open.guess)
}

/** @param onRows called now and then with the rows read so far @throws LogProblem, and nothing else */
export function openLogFiles(
  files: readonly LogFile[],
  onRows: (rows: number) => void = () => {},
): Promise<OpenLog> {
  return worded(async () => {
    const opened: Opened[] = []
    for (const file of files) opened.push({ name: file.name, table: await openTable(file) })
    const [log, list] = tellApart(opened)
    const models = list === null ? [] : await readModels(list)
    const profile = await profileTable(log.table, onRows)
    const { rows, columns } = profile
    if (rows === 0) throw new LogProblem(`${log.name} has no rows.`)
    return {
      preview: {
        name: log.name,
        format: log.table.format,
        rows,
        columns,
        models: models.map(model => model.id),
      },
      guess: guessMapping(columns, models),
      read: mapping => worded(() => readTable(log, profile, mapping, models)),
    }
  })
}

interface Opened {
  readonly name: string
  readonly table: Table
}

async function openTable({ name, bytes }: LogFile): Promise<Table> {
  if (bytes.length > LOG_LIMITS.bytes) {
    throw new LogProblem(
      `${name} has ${Math.ceil(bytes.length / 1e6)} MB; at most ${LOG_LIMITS.bytes / 1e6} MB are read.`,
    )
  }
  const format = sniff(name, bytes)
  if (format === 'parquet') return readParquet(name, bytes)
  const text = decodeText(name, bytes)
  if (format === 'json') return readJson(name, text)
  if (format === 'jsonl') return readJsonLines(name, text)
  return readDelimited(name, text, format)
}

/** The log, and the models list among the files or inside the log. */
function tellApart(opened: readonly Opened[]): [log: Opened, models: Table | null] {
  if (opened.length === 1) return [opened[0], opened[0].table.models]
  const lists = opened.filter(({ name, table }) => isModelsList(name, table))
  const logs = opened.filter(file => !lists.includes(file))
  if (opened.length !== 2 || logs.length !== 1) {
    throw new LogProblem('Give one log, and beside it at most one list of its LLMs with their prices.')
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
    throw new LogProblem(
      `${mapping.columns.length} columns are described; ${name} has ${table.names.length}.`,
    )
  }
  const count = (role: string) => mapping.columns.filter(column => column.role === role).length
  if (count('prompt') !== 1) throw new LogProblem('Choose the one column with the prompt’s text.')
  if (count('family') > 1 || count('model') > 1)
    throw new LogProblem('Choose at most one column for the family, and one for the LLM’s name.')
  const collect = count('model') === 1 ? collectLong : collectWide
  const collected = await collect(table, rows, mapping, models)
  const notes = sayScale(mapping, columns)
  return assemble(name, { ...collected, notes: [...notes, ...collected.notes] }, models)
}

/** That scores are not as in the file, and what they are there. */
function sayScale({ columns, scoreScale }: Mapping, profiles: readonly ColumnProfile[]): string[] {
  if (scoreScale === 1) return []
  const scores = profiles.filter((_, i) => columns[i].role === 'score')
  const [from, to] = [Math.min(...scores.map(({ min }) => min)), Math.max(...scores.map(({ max }) => max))]
  return [`Scores are divided by ${scoreScale}: in the file they run from ${from} to ${to}.`]
}

/** Whatever goes wrong becomes a problem in words: memory that runs out, a fault of a reader. */
async function worded<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    throw error instanceof LogProblem
      ? error
      : new LogProblem(`The file cannot be read: ${messageOf(error)}.`)
  }
}
