/** Bytes as text: UTF-8, UTF-16, or Windows-1252 where the bytes can be nothing else. */
import { type Message, message, problem } from '../../core/messages/message.ts'

const CHUNK = 1 << 16
/** Looked at for zero bytes at every second place. */
const START = 1 << 12
/** Of all letters, those beyond ASCII: more are no European language. */
const MOST_FOREIGN = 0.3

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string
  /** What was assumed of the bytes. */
  readonly notes: readonly Message[]
}

/** @throws Problem that names the line with the first bad byte */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes)
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), notes: [] }
  } catch {
    const line = lineOfFirstBadByte(bytes, encoding)
    if (encoding !== 'utf-8' || !looksLikeWindows1252(bytes)) {
      throw problem('text-not-decoded', { name, encoding, line })
    }
    const text = decodeWindows1252(bytes)
    return { text, notes: [message('read-as-encoding', { name, encoding: 'Windows-1252', line })] }
  }
}

/** By its byte order mark; without one, every second byte of a Western text in UTF-16 is zero. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = bytes.length > 1 ? (bytes[0] << 8) | bytes[1] : 0
  if (mark === 0xfffe) return 'utf-16le'
  if (mark === 0xfeff) return 'utf-16be'
  const zeros = [0, 0]
  const length = Math.min(START, bytes.length)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]++
  if (zeros[0] === 0 && zeros[1] > 0.4 * length) return 'utf-16le'
  return zeros[1] === 0 && zeros[0] > 0.4 * length ? 'utf-16be' : 'utf-8'
}

/** Western letters in single bytes, and no character of UTF-8 among them: a damaged UTF-8 file has some. */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let [foreign, letters] = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte >= 0x80) {
      if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false
      if (byte >= 0xc2 && byte <= 0xf4 && (bytes[i + 1] & 0xc0) === 0x80) return false
      foreign++
    } else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++
  }
  return foreign <= MOST_FOREIGN * (foreign + letters)
}

/** What bytes 0x80 to 0x9F stand for: Node 20 takes them for control characters. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, character => C1[character.charCodeAt(0) - 0x80])
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
