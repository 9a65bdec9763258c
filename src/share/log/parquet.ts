/** Parquet, one row group at a time. What its compressed pages may grow to is capped. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { messageOf } from '../../core/messageOf.ts'
import { Flattener } from './flatten.ts'
import { LogProblem } from './problem.ts'
import type { Table, Visit } from './table.ts'

const MAX_ROWS = LOG_LIMITS.prompts * LOG_LIMITS.llms

/** @throws LogProblem for a damaged file or one that unpacks to more than the limit */
export async function readParquet(name: string, bytes: Uint8Array): Promise<Table> {
  const [{ parquetMetadataAsync, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ])
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end = bytes.length) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  }
  const metadata = await named(name, () => parquetMetadataAsync(file))
  const rows = Number(metadata.num_rows)
  if (!(rows <= MAX_ROWS)) throw new LogProblem(`${name} has ${rows} rows; at most ${MAX_ROWS} are read.`)
  const groups = metadata.row_groups.map(group => Number(group.num_rows))
  if (groups.reduce((sum, n) => sum + n, 0) !== rows)
    throw new LogProblem(`${name} is damaged: its row groups do not add up.`)
  const titles = (await named(name, async () => parquetSchema(metadata))).children.map(
    child => child.element.name,
  )

  async function scan(visit: (record: [string, unknown][], row: number) => void): Promise<void> {
    let unpacked = 0
    const capped = Object.fromEntries(
      Object.entries(compressors).map(([codec, decompress]) => [
        codec,
        (input: Uint8Array, length: number) => {
          unpacked += length
          if (!(unpacked <= LOG_LIMITS.unpackedBytes)) {
            throw new LogProblem(`${name} unpacks to more than ${LOG_LIMITS.unpackedBytes / 1e6} MB.`)
          }
          return decompress(input, length)
        },
      ]),
    )
    let rowStart = 0
    for (const n of groups) {
      const rowEnd = rowStart + n
      let records: unknown[][] = []
      await named(name, () =>
        parquetRead({
          file,
          metadata,
          rowStart,
          rowEnd,
          compressors: capped,
          onComplete: read => {
            records = read
          },
        }),
      )
      records.forEach((values, i) => {
        visit(
          titles.map((title, column) => [title, values[column]]),
          rowStart + i + 1,
        )
      })
      rowStart = rowEnd
    }
  }

  const flattener = new Flattener(name)
  const flat = (visit: Visit) => scan((record, row) => visit(flattener.flatten(record), row))
  await flat(() => {})
  return { format: 'Parquet', names: flattener.names, models: null, scan: flat }
}

/** Whatever the reader makes of damaged bytes becomes a sentence. */
async function named<T>(name: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof LogProblem) throw error
    throw new LogProblem(`${name} cannot be read as Parquet: ${messageOf(error)}.`)
  }
}
