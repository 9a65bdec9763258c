/** What an outcome model sees of a prompt: a constant, and its embedding's first principal components. */
import { type Projection, principalComponents, project } from '../math/principal.ts'
import { norm } from '../math/vectors.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'

/** Principal components kept: more told no more on the built-in worlds. */
export const OUTCOME_COMPONENTS = 50

export interface OutcomeFeatures {
  /** d: the components and the constant. */
  readonly size: number
  /** Writes the features of an embedding to `out`, from `offset` on: 1, then the components. */
  write(embedding: ArrayLike<number>, out: Float64Array, offset?: number): void
}

/**
 * The components that some embeddings define; no outcome is looked at.
 * @param embeddings unit vectors, n x 384, row-major
 * @param rows which of them
 */
export function outcomeFeatures(
  embeddings: Float32Array,
  rows: Uint32Array,
  components = OUTCOME_COMPONENTS,
): OutcomeFeatures {
  return featuresOf(principalComponents(embeddings, rows, EMBEDDING_SIZE, components))
}

/**
 * Features by a projection, whose whitening is undone: a direction along which prompts hardly differ shall not count as
 * much as the first, so that one ridge penalty fits all of them.
 */
export function featuresOf(projection: Projection): OutcomeFeatures {
  const { input, output } = projection
  const deviations = Float64Array.from({ length: output }, (_, c) => {
    const length = norm(projection.directions.subarray(c * input, (c + 1) * input))
    return length > 0 ? 1 / length : 0
  })
  return {
    size: output + 1,
    write(embedding, out, offset = 0) {
      out[offset] = 1
      project(projection, embedding, out, offset + 1)
      for (let c = 0; c < output; c++) out[offset + 1 + c] *= deviations[c]
    },
  }
}
