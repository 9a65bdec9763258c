/** Files of the page itself: fetched, and read with their name in what goes wrong. */
import { messagesOf, problem } from '../../core/messages/message.ts'

/** Fetches `path` relative to the page. @throws Problem that names the file and what went wrong */
export async function fetchFile(path: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw problem('asset-unreachable', { path }, { cause })
  })
  if (!response.ok) throw problem('asset-status', { path, status: response.status })
  return response
}

/** What is made of a file's bytes. @throws Problem that names the file and what is wrong with what it holds */
export function within<T>(path: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw problem('asset-refused', { path, why: messagesOf(error) }, { cause: error })
  }
}
