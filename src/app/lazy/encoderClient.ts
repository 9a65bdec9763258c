import type { EncoderClient } from '../../engine/encoder/client.ts'
import { createLazy } from './lazy.ts'

/** The page's side of the encoder, fetched when it is first asked for something. */
export function lazyEncoderClient(): EncoderClient {
  const encoder = createLazy(
    () => import('../../engine/encoder/client.ts'),
    create => create(),
    () => {}, // every call that waits is refused itself
  )
  return {
    downloadSize: async preference => (await encoder.get()).downloadSize(preference),
    load: async options => (await encoder.get()).load(options),
    encode: async (text, signal) => (await encoder.get()).encode(text, signal),
    encodeQueue: async (port, onEncoded) => (await encoder.get()).encodeQueue(port, onEncoded),
    dispose: () => encoder.here?.dispose(),
  }
}
