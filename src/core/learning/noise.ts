import type { BanditEnvironment } from '../bandit/environment.ts'
import type { RandomStream } from '../math/random.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'

/**
 * The embeddings of a batch with fresh uniform noise on every coordinate, so that a small log is not learnt by heart.
 * @param prompts by their number in the environment
 * @param deviation standard deviation of the noise, >= 0; at 0 nothing is drawn
 * @returns batch x 384, row-major
 */
export function noisyEmbeddings(
  environment: Pick<BanditEnvironment, 'embedding'>,
  prompts: Uint32Array,
  deviation: number,
  stream: RandomStream,
): Float32Array {
  const embeddings = new Float32Array(prompts.length * EMBEDDING_SIZE)
  prompts.forEach((prompt, i) => {
    embeddings.set(environment.embedding(prompt), i * EMBEDDING_SIZE)
  })
  // Uniform on [-a, a) has the standard deviation a / sqrt(3).
  if (deviation > 0) stream.jitter(embeddings, deviation * Math.sqrt(3))
  return embeddings
}
