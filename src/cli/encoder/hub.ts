import { hubUrl } from '../../engine/encoder/files.ts'
import type { EncoderSource } from './source.ts'

/** The Hugging Face hub at the pinned commit. Gives up when no answer starts in time; a slow download may go on. */
export function hubSource(patienceMs = 5000): EncoderSource {
  return {
    name: 'huggingface.co',
    async read({ path }) {
      const patience = new AbortController()
      const timer = setTimeout(() => patience.abort(), patienceMs)
      const response = await fetch(hubUrl(path), { signal: patience.signal })
        .catch(() => {
          throw new Error(
            patience.signal.aborted ? `no answer within ${patienceMs / 1000} s` : 'out of reach',
          )
        })
        .finally(() => clearTimeout(timer))
      if (!response.ok) throw new Error(`answered HTTP ${response.status} for ${path}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
