import { norm } from '../../core/math/vectors.ts'
import { problem } from '../../core/messages/message.ts'

/**
 * A sentence's embedding from its tokens' states: their mean, scaled to L2 norm 1 (sentence-transformers' recipe).
 * @param states tokens x width, row-major
 * @throws Problem when the mean is no direction: a GPU that fails can answer with zeros instead of an error
 */
export function pool(states: Float32Array, width: number): Float32Array {
  const sum = new Float64Array(width)
  for (let i = 0; i < states.length; i++) sum[i % width] += states[i]
  const length = norm(sum)
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) {
    throw problem('embedding-without-direction', { length })
  }
  return Float32Array.from(sum, x => x / length)
}
