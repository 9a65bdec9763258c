import { messageOf } from '../../core/messageOf.ts'
import type { RuntimeUrls } from './browserFiles.ts'
import type { Encoder } from './encoder.ts'
import type { FromEncoder, ToEncoder } from './messages.ts'

/** The worker's side: answers each message; an error becomes a message too. */
export function serveEncoder(
  encoder: Encoder,
  runtime: RuntimeUrls,
  post: (message: FromEncoder) => void,
): (message: ToEncoder) => Promise<void> {
  async function answer(message: ToEncoder): Promise<FromEncoder> {
    switch (message.type) {
      case 'load': {
        const { preference, baseUrl } = message
        const state = await encoder.load({ preference, baseUrl, runtime }, progress =>
          post({ type: 'progress', progress }),
        )
        return { type: 'loaded', state }
      }
      case 'encode': {
        const [prompt] = await encoder.encode([message.text])
        return { type: 'encoded', prompt }
      }
    }
  }
  return async message => {
    post(
      await answer(message).catch(error => ({
        type: 'failed' as const,
        message: messageOf(error),
      })),
    )
  }
}
