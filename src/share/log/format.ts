/** What kind of file it is: by its first bytes, and by its name only where these leave a choice. */
import { LogProblem } from './problem.ts'

export type Format = 'csv' | 'tsv' | 'json' | 'jsonl' | 'parquet'

/** First bytes of files that people drop by mistake, and what to do with them. */
const OTHER_KINDS: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x1f, 0x8b], 'a gzip archive: unpack it first'],
  [[0x50, 0x4b, 3, 4], 'a ZIP archive or a spreadsheet (XLSX): unpack it, or save the sheet as CSV'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive: unpack it first'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive: unpack it first'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old spreadsheet (XLS): save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x80, 2], 'a Python pickle: save the table as CSV or Parquet'],
  [[0x80, 3], 'a Python pickle: save the table as CSV or Parquet'],
  [[0x80, 4], 'a Python pickle: save the table as CSV or Parquet'],
  [[0x80, 5], 'a Python pickle: save the table as CSV or Parquet'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database'],
]
const ACCEPTED = 'CSV, TSV, JSON, JSON lines and Parquet are read.'

/** @throws LogProblem for an empty file or one of another kind */
export function sniff(name: string, bytes: Uint8Array): Format {
  const begins = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
  if (begins([0x50, 0x41, 0x52, 0x31])) return 'parquet'
  const other = OTHER_KINDS.find(([magic]) => begins(magic))
  if (other) throw new LogProblem(`${name} is ${other[1]}. ${ACCEPTED}`)
  const wide = begins([0xff, 0xfe]) ? 'utf-16le' : begins([0xfe, 0xff]) ? 'utf-16be' : null
  const start = new TextDecoder(wide ?? 'utf-8').decode(bytes.subarray(0, 1 << 16)).trimStart()
  if (start === '') throw new LogProblem(`${name} is empty.`)
  if (start.includes('\0')) throw new LogProblem(`${name} is a binary file of an unknown kind. ${ACCEPTED}`)
  if (/^<(!doctype|html|\?xml|svg)/i.test(start))
    throw new LogProblem(`${name} is a web page or XML. ${ACCEPTED}`)
  if (start[0] === '[') return 'json'
  if (start[0] === '{') return isLines(name, start) ? 'jsonl' : 'json'
  if (/\.(tsv|tab)$/i.test(name)) return 'tsv'
  const header = start.split(/\r?\n|\r/, 1)[0]
  const count = (separator: string) => header.split(separator).length
  return count('\t') > Math.max(count(','), count(';')) ? 'tsv' : 'csv'
}

/** Whether a text that begins with an object has one object a line. */
function isLines(name: string, start: string): boolean {
  if (/\.(jsonl|ndjson)$/i.test(name)) return true
  const [first, ...rest] = start.split('\n')
  if (rest.every(line => line.trim() === '')) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    // A first line beyond the part looked at is long, but it is one line.
    return rest.length === 0 && /\.json$/i.test(name) === false
  }
}
