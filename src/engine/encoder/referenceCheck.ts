/** Does this device compute what it should? A sentence whose embedding is known answers that at every start. */
import { cosine } from '../../core/math/vectors.ts'
import { problem } from '../../core/messages/message.ts'
import type { WeightFormat } from './files.ts'
import reference from './reference.json'

/** The sentence behind reference.json, which `npm run encoder -- --reference` writes. */
export const REFERENCE_SENTENCE =
  'Seven ferries cross the strait each morning; the cheapest one is late, the fastest one is full.'

/** Steps per unit: an embedding of norm 1 fits 16-bit integers with an error below 2e-5 a number. */
const SCALE = 32767

/** What each format is held against. fp16 has no vector of its own and rounds a little more than fp32. */
const CHECKS: Readonly<Record<WeightFormat, { readonly vector: string; readonly least: number }>> = {
  q8: { vector: reference.q8, least: 0.999 },
  fp32: { vector: reference.fp32, least: 0.999 },
  fp16: { vector: reference.fp32, least: 0.99 },
}

/** @throws Problem when the embedding of the reference sentence points elsewhere */
export function checkReference(format: WeightFormat, embedding: Float32Array): void {
  const { vector, least } = CHECKS[format]
  const similarity = cosine(embedding, unpackVector(vector))
  if (similarity >= least) return
  throw problem('embeddings-wrong', { cosine: similarity, least, format })
}

/** The stored embedding: 16-bit integers, little-endian, in base64. */
export function unpackVector(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(2 * i, true) / SCALE)
}

/** @param embedding each number in [-1, 1] */
export function packVector(embedding: Float32Array): string {
  const view = new DataView(new ArrayBuffer(2 * embedding.length))
  embedding.forEach((x, i) => {
    view.setInt16(2 * i, Math.round(x * SCALE), true)
  })
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)))
}
