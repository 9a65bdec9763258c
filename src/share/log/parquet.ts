/** Parquet, one row group at a time. What its compressed pages may grow to is capped. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { errorText, Problem, problem } from '../../core/messages/message.ts'
import { Flattener } from './flatten.ts'
import { begins } from './format.ts'
import type { Table, TableFormat, Visit } from './table.ts'

export const PARQUET: TableFormat = {
  claims: ({ bytes }) => begins(bytes, [0x50, 0x41, 0x52, 0x31]),
  read: readParquet,
}

const MAX_ROWS = LOG_LIMITS.prompts * LOG_LIMITS.llms

/** @throws Problem for a damaged file or one that unpacks to more than the limit */
async function readParquet(name: string, bytes: Uint8Array): Promise<Table> {
  const [{ parquetMetadataAsync, parquetRead, parquetSchema }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ])
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end = bytes.length) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  }
  const metadata = await parquetTask(name, () => parquetMetadataAsync(file))
  const rows = Number(metadata.num_rows)
  if (!(rows <= MAX_ROWS)) throw problem('too-many-rows', { name, rows, most: MAX_ROWS })
  const groups = metadata.row_groups.map(group => Number(group.num_rows))
  if (groups.reduce((sum, n) => sum + n, 0) !== rows) throw problem('parquet-rows-do-not-add-up', { name })
  const titles = (await parquetTask(name, async () => parquetSchema(metadata))).children.map(
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
            throw problem('unpacks-too-large', { name, mostBytes: LOG_LIMITS.unpackedBytes })
          }
          return decompress(input, length)
        },
      ]),
    )
    let rowStart = 0
    for (const n of groups) {
      const rowEnd = rowStart + n
      let records: unknown[][] = []
      await parquetTask(name, () =>
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
  return {
    format: 'Parquet',
    names: flattener.names,
    head: {},
    models: null,
    suggestsComma: false,
    notes: [],
    scan: flat,
  }
}

/** Whatever the reader makes of damaged bytes becomes a problem that names the file. */
async function parquetTask<T>(name: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw problem('parquet-not-read', { name, detail: errorText(error) })
  }
}
