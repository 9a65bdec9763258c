/** What a linear bandit sees of a prompt: its embedding's first principal components, whitened, and a constant. */
import { type Projection, principalComponents, project } from '../math/principal.ts'
import { EMBEDDING_SIZE, type World } from '../world/world.ts'

/** Principal components kept. A bandit inverts one matrix of this size for each LLM, so the whole embedding would be slow to learn. */
const CONTEXT_COMPONENTS = 32

/** The projection that a world's training prompts define. It looks at embeddings alone, at no outcome. */
export function contextProjection(world: World, rows: Uint32Array): Projection {
  return principalComponents(world.embeddings, rows, EMBEDDING_SIZE, CONTEXT_COMPONENTS)
}

/** The context of an embedding: the components, then a 1. */
export function contextOf(projection: Projection, embedding: ArrayLike<number>): Float64Array {
  const context = new Float64Array(projection.output + 1).fill(1)
  project(projection, embedding, context)
  return context
}
