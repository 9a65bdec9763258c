/** The worker's side of the encoder: what the page may call. */
import type { EncoderPreference } from '../../core/experiment/options.ts'
import type { EncoderInfo, EncoderProgress } from '../../core/session/encoding.ts'
import { transfer, wrap } from '../worker/transferHandlers.ts'
import type { RuntimeUrls } from './browserFiles.ts'
import type { Encoder } from './encoder.ts'
import type { EncodedPrompt } from './model.ts'
import { encodeQueue, type TextQueue } from './textQueue.ts'

export class EncoderService {
  readonly #encoder: Pick<Encoder, 'load' | 'encode' | 'encodeWhole'>
  readonly #runtime: RuntimeUrls

  constructor(encoder: Pick<Encoder, 'load' | 'encode' | 'encodeWhole'>, runtime: RuntimeUrls) {
    this.#encoder = encoder
    this.#runtime = runtime
  }

  /** Once for a worker, before anything else. @param baseUrl the page's folder */
  load(
    preference: EncoderPreference,
    baseUrl: string,
    onProgress: (progress: EncoderProgress) => void,
  ): Promise<EncoderInfo> {
    return this.#encoder.load({ preference, baseUrl, runtime: this.#runtime }, onProgress)
  }

  async encode(text: string): Promise<EncodedPrompt> {
    const [prompt] = await this.#encoder.encode([text])
    return transfer(prompt, [prompt.embedding.buffer])
  }

  /** Encodes what a queue at the other end of the port holds, until it is empty. */
  async encodeQueue(port: MessagePort, onEncoded: () => void): Promise<void> {
    const queue = wrap<TextQueue>(port)
    const encode = (text: string) => this.#encoder.encodeWhole(text)
    try {
      await encodeQueue(queue, encode, onEncoded)
    } finally {
      port.close()
    }
  }
}
