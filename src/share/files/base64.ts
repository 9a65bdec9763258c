/** float32 numbers as base64 text, little-endian, and back. */
import { problem } from '../../core/messages/message.ts'

/** Bytes turned to text at once: `String.fromCharCode` takes only so many arguments. */
const CHUNK = 0x8000

/** @throws Problem when one of them is not finite: nothing could read it again */
export function floatsToBase64(values: Float32Array): string {
  requireFinite(values)
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return btoa(binary)
}

/** @throws Problem when it is not base64, not whole numbers of float32, or holds one that is not finite */
export function floatsFromBase64(base64: string): Float32Array<ArrayBuffer> {
  const bytes = Uint8Array.from(decode(base64), character => character.charCodeAt(0))
  if (bytes.length % 4 !== 0) throw problem('parameters-cut-off', {})
  const values = new Float32Array(bytes.buffer)
  requireFinite(values)
  return values
}

function decode(base64: string): string {
  try {
    return atob(base64)
  } catch {
    throw problem('parameters-not-base64', {})
  }
}

/** @throws Problem when one of them is not finite */
export function requireFinite(values: Float32Array): void {
  if (!values.every(Number.isFinite)) throw problem('parameters-not-finite', {})
}
