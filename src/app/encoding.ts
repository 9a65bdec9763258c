/** The person's own words: fetch the encoder when they start to type, then encode and route what stands in the box. */
import type { EncoderPreference } from '../core/experiment/view.ts'
import { messageOf } from '../core/messageOf.ts'
import type { World } from '../core/world/world.ts'
import { createEncoderClient } from '../engine/encoder/client.ts'
import type { EncoderStore } from '../store/encoder.ts'
import type { Playground } from '../store/playground.ts'
import { ownPrompt } from './prompts.ts'

/** Rest after a keystroke before the draft is encoded, ms. */
const REST_MS = 200

export interface Encoding {
  type(text: string): void
  load(): void
  cancel(): void
  prefer(preference: EncoderPreference): void
  /** Drops the draft: an example takes its place. */
  forget(): void
  sayDownloadSize(): Promise<void>
}

export function createEncoding({
  playground,
  encoder,
  wholeWorld,
}: {
  playground: Playground
  encoder: EncoderStore
  /** All prompts of the shown world: estimates need them. */
  wholeWorld: () => Promise<World>
}): Encoding {
  const client = createEncoderClient()
  const { getState } = encoder
  let download = new AbortController()
  let rest: ReturnType<typeof setTimeout> | undefined
  let encode = new AbortController()

  async function load() {
    download.abort()
    download = new AbortController()
    const { signal } = download
    getState().setStatus({ kind: 'loading', loadedBytes: 0, totalBytes: 0, stage: 'download' })
    try {
      const info = await client.load({
        preference: getState().preference,
        onProgress: progress => getState().setStatus({ kind: 'loading', ...progress }),
        signal,
      })
      if (signal.aborted) return
      getState().setStatus({ kind: 'ready', ...info })
      void encodeDraft()
    } catch (error) {
      if (!signal.aborted) getState().setStatus({ kind: 'failed', why: messageOf(error) })
    }
  }

  /** Encodes what stands in the box; an answer that was overtaken is dropped. */
  async function encodeDraft() {
    const { draft, status } = getState()
    if (status.kind !== 'ready' || draft === null || draft.trim() === '') return
    encode.abort()
    encode = new AbortController()
    const { signal } = encode
    getState().setEncoding(true)
    try {
      const [world, encoded] = await Promise.all([wholeWorld(), client.encode(draft, signal)])
      if (signal.aborted || world.id !== playground.getState().loaded?.world.id) return
      playground.getState().routePrompt(ownPrompt(world, draft, encoded))
      getState().setDraftProblem(null)
    } catch (error) {
      if (!signal.aborted) getState().setStatus({ kind: 'failed', why: messageOf(error) })
    } finally {
      if (!signal.aborted) getState().setEncoding(false)
    }
  }

  async function sayDownloadSize() {
    getState().setStatus({ kind: 'absent', bytes: null })
    const size = await client.downloadSize(getState().preference).catch(() => null)
    if (getState().status.kind === 'absent')
      getState().setStatus({ kind: 'absent', bytes: size?.bytes ?? null })
  }

  return {
    load: () => void load(),
    type(text) {
      getState().setDraft(text)
      if (text.trim() === '')
        getState().setDraftProblem('Type something, or pick an example: an empty prompt cannot be routed.')
      const { kind } = getState().status
      if (kind === 'absent') void load()
      clearTimeout(rest)
      rest = setTimeout(encodeDraft, REST_MS)
    },
    cancel() {
      download.abort()
      if (getState().status.kind === 'loading') void sayDownloadSize()
    },
    prefer(preference) {
      getState().setPreference(preference)
      if (getState().status.kind === 'absent') void sayDownloadSize()
      else void load()
    },
    forget() {
      clearTimeout(rest)
      encode.abort()
      getState().setEncoding(false)
      getState().setDraft(null)
    },
    sayDownloadSize,
  }
}
