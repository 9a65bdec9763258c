/** float32 numbers as base64 text, little-endian, and back. */

/** Bytes turned to text at once: `String.fromCharCode` takes only so many arguments. */
const CHUNK = 0x8000

export function floatsToBase64(values: Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return btoa(binary)
}

/** @throws Error when it is not base64, not whole numbers of float32, or holds one that is not finite */
export function floatsFromBase64(base64: string): Float32Array<ArrayBuffer> {
  const bytes = Uint8Array.from(decode(base64), character => character.charCodeAt(0))
  if (bytes.length % 4 !== 0) throw new Error('Its parameters are cut off: the file is damaged.')
  const values = new Float32Array(bytes.buffer)
  if (!values.every(Number.isFinite)) throw new Error('It holds a parameter that is not finite.')
  return values
}

function decode(base64: string): string {
  try {
    return atob(base64)
  } catch {
    throw new Error('Its parameters are not base64: the file is damaged.')
  }
}
