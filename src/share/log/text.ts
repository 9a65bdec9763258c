/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so. */
import { problem } from '../../core/messages/message.ts'

const CHUNK = 1 << 16

/** Without its byte order mark. @throws Problem that names the line with the first bad byte */
export function decodeText(name: string, bytes: Uint8Array): string {
  const mark = bytes.length > 1 ? (bytes[0] << 8) | bytes[1] : 0
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    const line = lineOfFirstBadByte(bytes, encoding)
    throw problem('text-not-decoded', { name, encoding, line })
  }
}

/** From 1. Decodes piece by piece until it fails, then byte by byte. */
function lineOfFirstBadByte(bytes: Uint8Array, encoding: string): number {
  let line = 1
  let good = new TextDecoder(encoding, { fatal: true })
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const piece = bytes.subarray(start, start + CHUNK)
    try {
      line += count(good.decode(piece, { stream: true }))
    } catch {
      // The character that spans the border is decoded twice at most: it holds no line end.
      good = new TextDecoder(encoding, { fatal: true })
      let from = 0
      while (from < 3 && (piece[from] & 0xc0) === 0x80) from++
      for (let i = from; i < piece.length; i++) {
        try {
          line += count(good.decode(piece.subarray(i, i + 1), { stream: true }))
        } catch {
          break
        }
      }
      return line
    }
  }
  return line
}

function count(text: string): number {
  return text.split('\n').length - 1
}
