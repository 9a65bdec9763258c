/** SHA-256 of some bytes in hexadecimal, or null where the browser does not offer it (plain http from another machine). */
export async function sha256Hex(bytes: BufferSource): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
