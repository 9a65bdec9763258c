/** Unpacks gzip, with a limit on what comes out. */
import { LOG_LIMITS } from '../../core/log/limits.ts'
import { errorText, Problem, problem } from '../../core/messages/message.ts'
import { begins } from './format.ts'

/** The file as it is, or what its archive holds under the name without its ending. @throws Problem */
export async function unpackFile(
  name: string,
  bytes: Uint8Array,
  mostBytes: number = LOG_LIMITS.bytes,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  if (!begins(bytes, [0x1f, 0x8b])) return { name, bytes }
  const inner = name.replace(/\.(gz|gzip)$/i, '')
  try {
    return { name: inner, bytes: await gunzip(name, bytes, mostBytes) }
  } catch (error) {
    throw error instanceof Problem ? error : problem('archive-damaged', { name, detail: errorText(error) })
  }
}

async function gunzip(name: string, bytes: Uint8Array, mostBytes: number): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const reader = stream.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > mostBytes) {
      await reader.cancel()
      throw problem('unpacks-too-large', { name, mostBytes })
    }
    pieces.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
