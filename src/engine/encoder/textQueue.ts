/** Many texts from one worker to another: whoever encodes asks for the next ones and brings their embeddings back. */
import { packReading } from '../../core/log/readings.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import type { EncodedText } from './model.ts'

/** Texts handed out at a time; also what is lost at most when the encoding is cut short. */
const BATCH = 16

export interface TextQueue {
  /** The next texts and the place of the first; none when all have been handed out. */
  next(count: number): Promise<{ readonly start: number; readonly texts: readonly string[] }>
  /** @param embeddings n x 384 of the texts from `start` on @param readings n, packed: how each text was read */
  keep(start: number, embeddings: Float32Array, readings: Uint8Array): Promise<void>
}

/** @param onEncoded called after every text */
export async function encodeQueue(
  queue: TextQueue,
  encode: (text: string) => Promise<EncodedText>,
  onEncoded: () => void,
): Promise<void> {
  for (;;) {
    const { start, texts } = await queue.next(BATCH)
    if (texts.length === 0) return
    const embeddings = new Float32Array(texts.length * EMBEDDING_SIZE)
    const readings = new Uint8Array(texts.length)
    for (let i = 0; i < texts.length; i++) {
      const text = await encode(texts[i])
      embeddings.set(text.embedding, i * EMBEDDING_SIZE)
      readings[i] = packReading(text)
      onEncoded()
    }
    await queue.keep(start, embeddings, readings)
  }
}
