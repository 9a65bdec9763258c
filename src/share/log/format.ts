/** What kind of file it is: by its first bytes, and by its name only where these leave a choice. */
import type { OtherKind } from '../../core/messages/log.ts'
import { problem } from '../../core/messages/message.ts'
import type { FileStart, TableFormat } from './table.ts'
import { encodingOf } from './text.ts'

/** First bytes of files that people drop by mistake. */
const OTHER_KINDS: readonly (readonly [bytes: readonly number[], kind: OtherKind])[] = [
  [[0x50, 0x4b, 3, 4], 'zip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstandard'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'old-spreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x80, 2], 'pickle'],
  [[0x80, 3], 'pickle'],
  [[0x80, 4], 'pickle'],
  [[0x80, 5], 'pickle'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'sqlite'],
]
/** Characters that a format is told by. */
const START_BYTES = 1 << 16

/** The first of `formats` that claims the file. @throws Problem for an empty file or one of another kind */
export function detectFormat(name: string, bytes: Uint8Array, formats: readonly TableFormat[]): TableFormat {
  const text = startOf(bytes)
  const start: FileStart = { name, bytes, text: kindOfText(text) === null ? text : '' }
  const format = formats.find(one => one.claims(start))
  if (format) return format
  const kind = OTHER_KINDS.find(([magic]) => begins(bytes, magic))?.[1] ?? kindOfText(text)
  throw kind === null ? problem('log-file-empty', { name }) : problem('file-kind-not-read', { name, kind })
}

function startOf(bytes: Uint8Array): string {
  if (OTHER_KINDS.some(([magic]) => begins(bytes, magic))) return ''
  return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, START_BYTES)).trimStart()
}

/** What a text is that holds no table; null for one that may. */
function kindOfText(text: string): OtherKind | null {
  if (text.includes('\0')) return 'unknown-binary'
  return /^<(!doctype|html|\?xml|svg)/i.test(text) ? 'markup' : null
}

/** Whether a file begins with these bytes. */
export function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}
