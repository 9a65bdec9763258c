/** A routing log from the bytes of its files: in the page's worker and in Node alike. */

import { guessMapping } from '../../core/log/guess/guess.ts'
import { isModelName, measuresScore } from '../../core/log/guess/names.ts'
import { LOG_LIMITS } from '../../core/log/limits.ts'
import type { LogPreview, Mapping } from '../../core/log/mapping.ts'
import type { ParsedLog } from '../../core/log/parsed.ts'
import { errorText, type Message, message, Problem, problem } from '../../core/messages/message.ts'
import { assemble, type Collected } from './assemble.ts'
import { scoreRange } from './checks.ts'
import { detectFormat } from './format.ts'
import { FORMATS } from './formats.ts'
import { joinTables, type NamedTable } from './join.ts'
import { collectLong } from './long.ts'
import { isModelsList, type ListedModel, readModels } from './models.ts'
import { profileTable, type TableProfile } from './profile.ts'
import { readShape } from './shapes/shapes.ts'
import type { Table } from './table.ts'
import { unpackFile } from './unpack.ts'
import { collectWide } from './wide.ts'

export interface LogFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Said to be a list of LLMs; without a word the file itself tells. */
  readonly isModels?: boolean
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
    for (const file of files) {
      opened.push({ name: file.name, table: await openTable(file), isModels: file.isModels === true })
    }
    const [log, list] = joinFiles(opened)
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
      guess: guessMapping(
        columns,
        models.map(model => model.id),
      ),
      read: mapping => readingLog(() => readTable(log, profile, mapping, models)),
    }
  })
}

interface Opened extends NamedTable {
  readonly isModels: boolean
}

async function openTable({ name, bytes }: LogFile): Promise<Table> {
  if (bytes.length > LOG_LIMITS.bytes) {
    throw problem('log-file-too-large', { name, bytes: bytes.length, mostBytes: LOG_LIMITS.bytes })
  }
  const file = await unpackFile(name, bytes)
  return detectFormat(file.name, file.bytes, FORMATS).read(file.name, file.bytes)
}

/** The log, of one file or several, and the models list among the files or inside the log. */
function joinFiles(opened: readonly Opened[]): [log: NamedTable, models: Table | null] {
  const isList = ({ name, table, isModels }: Opened) =>
    isModels || (opened.length > 1 && isModelsList(name, table))
  const lists = opened.filter(isList)
  const logs = opened.filter(file => !lists.includes(file))
  if (logs.length === 0 || lists.length > 1) throw problem('one-log-expected', {})
  const shaped = logs.map(({ name, table }) => ({ name, table: readShape(table, name) }))
  const table = joinTables(shaped)
  return [{ name: logs.map(({ name }) => name).join(', '), table }, lists[0]?.table ?? table.models]
}

async function readTable(
  { name, table }: NamedTable,
  profile: TableProfile,
  mapping: Mapping,
  models: readonly ListedModel[],
): Promise<ParsedLog> {
  if (mapping.columns.length !== table.names.length) {
    const roles = mapping.columns.length
    throw problem('columns-miscounted', { name, roles, columns: table.names.length })
  }
  const count = (role: string) => mapping.columns.filter(column => column.role === role).length
  if (count('prompt') === 0) throw problem('prompt-column-needed', {})
  if (count('score') === 0) {
    const isOne = measuresScore(table.names) && !table.names.some(isModelName)
    throw isOne ? problem('one-llm', { llm: name }) : problem('score-column-needed', {})
  }
  if (count('family') > 1 || count('model') > 1) throw problem('too-many-group-columns', {})
  const collect = count('model') === 1 ? collectLong : collectWide
  const collected = await collect(table, profile, mapping, models)
  const notes = [...table.notes, ...noteMapping(mapping, profile), ...noteValues(mapping, collected)]
  return assemble(name, { ...collected, notes: [...notes, ...collected.notes] }, models)
}

/** What was made of columns, where that is more than to read them. */
function noteMapping(mapping: Mapping, { columns }: TableProfile): Message[] {
  const prompts = columns.filter((_, i) => mapping.columns[i].role === 'prompt').map(({ name }) => name)
  const scale = mapping.scoreScale
  const { from, to } = scoreRange(mapping, columns)
  return [
    ...(prompts.length > 1 ? [message('prompts-joined', { columns: prompts })] : []),
    ...(scale === 'range' ? [message('scores-stretched', { from, to })] : []),
    ...(scale === 'range' || scale === 1 ? [] : [message('scores-scaled', { scale, from, to })]),
    ...(mapping.without.length > 0 ? [message('llms-left-out', { llms: mapping.without })] : []),
  ]
}

/** A mean cost of a call, in dollars, above which the unit is doubted. */
const HIGH_COST = 1

/** Numbers that may well be in another unit or on another scale than they are taken to be. */
function noteValues({ scoreScale }: Mapping, { llms, score, costUsd }: Collected): Message[] {
  const mean = costUsd.reduce((sum, cost) => sum + cost, 0) / costUsd.length
  const notes = mean > HIGH_COST ? [message('costs-high', { mean })] : []
  if (scoreScale === 'range' || scoreScale === 1) return notes
  const tops = llms.map(() => 0)
  score.forEach((value, i) => {
    const arm = i % llms.length
    if (value > tops[arm]) tops[arm] = value
  })
  const unlike = llms.filter((_, arm) => tops[arm] > 0 && tops[arm] * scoreScale <= 1)
  return unlike.length === 0 || unlike.length === llms.length
    ? notes
    : [...notes, message('scores-unlike', { llms: unlike, scale: scoreScale })]
}

/** Whatever goes wrong becomes a problem: memory that runs out, a fault of a reader. */
async function readingLog<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    throw error instanceof Problem ? error : problem('log-not-read', { detail: errorText(error) })
  }
}
