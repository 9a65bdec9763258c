/** Fetches one file from the first address that has it intact. */
import { type Messages, messagesOf, problem } from '../../core/messages/message.ts'
import { type EncoderFile, findDamage } from './files.ts'

export interface DownloadOptions {
  /** Called with the bytes received so far. */
  readonly onBytes?: (received: number) => void
  readonly signal?: AbortSignal | undefined
}

/** @throws Problem that says of every address why it would not do; the signal's reason when aborted */
export async function download(
  file: EncoderFile,
  urls: readonly string[],
  { onBytes = () => {}, signal }: DownloadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const failures: { host: string; why: Messages }[] = []
  for (const url of urls) {
    try {
      const bytes = await receive(file, url, onBytes, signal)
      const damage = await findDamage(file, bytes)
      if (damage === null) return bytes
      failures.push({ host: hostOf(url), why: [damage] })
    } catch (error) {
      signal?.throwIfAborted()
      failures.push({ host: hostOf(url), why: messagesOf(error) })
    }
  }
  throw problem('encoder-file-missing', { label: file.label, failures })
}

async function receive(
  file: EncoderFile,
  url: string,
  onBytes: (received: number) => void,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { signal: signal ?? null })
  if (!response.ok) throw problem('http-status', { status: response.status })
  // A server for single-page apps answers an unknown path with its start page and 200.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    await response.body?.cancel()
    throw problem('not-there', {})
  }
  const limit = file.sha256 === null ? 2 * file.bytes : file.bytes
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let received = 0
  for await (const chunk of chunksOf(response)) {
    received += chunk.length
    if (received > limit) throw problem('bytes-too-many', { most: limit })
    chunks.push(chunk)
    onBytes(received)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

/** Reader instead of `for await` on the body, which Safari does not have. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function hostOf(url: string): string {
  return new URL(url).host
}
