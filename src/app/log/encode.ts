/** Encodes what of an open log is not encoded yet, with progress and the time left. */
import type { Message } from '../../core/messages/message.ts'
import { encodeTexts } from '../../engine/log/encodeTexts.ts'
import type { LogStatus } from '../../store/log.ts'
import type { LogClient } from './client.ts'

/** Between two reports. */
const REPORT_MS = 200
/** Texts before the pace is worth telling. */
const PACE_AFTER = 8

/** @throws Refusal, the signal's reason, or another Problem */
export async function encodeLog(
  client: LogClient,
  heldOut: readonly string[],
  signal: AbortSignal,
  onStatus: (status: LogStatus) => void,
): Promise<void> {
  onStatus({ kind: 'encoding', done: 0, total: 0, secondsLeft: null, note: null })
  const { texts, missing } = await client.ask({ type: 'prepare', heldOut })
  signal.throwIfAborted()
  if (missing === 0) return
  let encoded = 0
  let note: readonly Message[] | null = null
  let start = 0
  let reported = 0
  const report = () => {
    const now = performance.now()
    if (signal.aborted || (now - reported < REPORT_MS && encoded > 0)) return
    reported = now
    const seconds = (now - start) / 1000
    const secondsLeft = encoded < PACE_AFTER ? null : (seconds / encoded) * (missing - encoded)
    onStatus({ kind: 'encoding', done: texts - missing + encoded, total: texts, secondsLeft, note })
  }
  await encodeTexts(
    {
      next: count => client.ask({ type: 'next', count }),
      async keep(from, embeddings) {
        const kept = await client.ask({ type: 'keep', start: from, embeddings })
        note = kept.note
      },
    },
    {
      count: missing,
      signal,
      onDownload({ loadedBytes, totalBytes, stage }) {
        if (signal.aborted) return
        if (stage === 'download') onStatus({ kind: 'fetching', loadedBytes, totalBytes })
        else report()
      },
      onEncoded() {
        if (encoded === 0) start = performance.now()
        encoded++
        report()
      },
    },
  )
}
