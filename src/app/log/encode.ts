/** Encodes what of a read log is not encoded yet, with progress and the time left. The texts go from worker to worker. */
import type { Messages } from '../../core/messages/message.ts'
import type { EncodingProgress } from '../../core/session/logImportState.ts'
import type { EncoderClient } from '../../engine/encoder/client.ts'
import { encodeTexts } from '../../engine/log/encodeTexts.ts'
import { transfer, type WorkerClient } from '../../engine/worker/client.ts'
import type { LogService } from './service.ts'

/** Between two reports. */
const REPORT_MS = 200
/** Texts before the pace is worth telling. */
const PACE_AFTER = 8

export interface Encoding {
  /** Encodes what is missing. @throws the signal's reason, or what went wrong with the encoder */
  run(): Promise<void>
}

export interface EncodingOptions {
  readonly worker: WorkerClient<LogService>
  readonly reading: number
  readonly heldOut: readonly string[]
  readonly signal: AbortSignal
  readonly onProgress: (progress: EncodingProgress) => void
  readonly createEncoder?: (() => EncoderClient) | undefined
}

/** @throws Problem when no world can be made of the log with these families kept out */
export async function prepareEncoding(options: EncodingOptions): Promise<Encoding> {
  const { worker, reading, heldOut, signal, onProgress, createEncoder } = options
  let notes: Messages = []
  const { texts, missing } = await worker.call(service =>
    service.prepare(reading, heldOut, told => {
      notes = told
    }),
  )
  let encoded = 0
  let start = 0
  let reported = 0

  function report() {
    const now = performance.now()
    if (now - reported < REPORT_MS && encoded > 0) return
    reported = now
    const seconds = (now - start) / 1000
    const secondsLeft = encoded < PACE_AFTER ? null : (seconds / encoded) * (missing - encoded)
    onProgress({ kind: 'encoding', done: texts - missing + encoded, total: texts, secondsLeft, notes })
  }

  async function openPort(): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel()
    await worker.call(service => service.serveTexts(reading, transfer(port1, [port1])))
    return port2
  }

  return {
    async run() {
      signal.throwIfAborted()
      if (missing === 0) return
      await encodeTexts({
        count: missing,
        signal,
        openPort,
        onDownload({ loadedBytes, totalBytes, stage }) {
          if (stage === 'download') onProgress({ kind: 'fetching', loadedBytes, totalBytes })
          else report()
        },
        onEncoded() {
          if (encoded === 0) start = performance.now()
          encoded++
          report()
        },
        createClient: createEncoder,
      })
    },
  }
}
