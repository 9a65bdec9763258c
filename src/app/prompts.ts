import { expectedOutcome } from '../core/world/expectation.ts'
import { estimateOutcomes } from '../core/world/neighbours.ts'
import { embeddingOf, promptName, type World } from '../core/world/world.ts'
import type { PromptInput } from '../store/playground.ts'

/** One of the world's prompts: outcomes from its table. */
export function examplePrompt(world: World, row: number): PromptInput {
  const name = promptName(world, row)
  return {
    prompt: { kind: 'example', name, text: world.texts[name] ?? null },
    embedding: embeddingOf(world, row),
    outcomes: world.llms.map((_, arm) => expectedOutcome(world, row, arm)),
  }
}

/** The person's own words: outcomes estimated from the nearest prompts of the world. */
export function ownPrompt(
  world: World,
  text: string,
  encoded: { readonly embedding: Float32Array; readonly tokens: number; readonly truncated: boolean },
): PromptInput {
  const { outcomes, ...estimate } = estimateOutcomes(world, encoded.embedding)
  const { tokens, truncated } = encoded
  return {
    prompt: { kind: 'own', text, tokens, truncated, estimate },
    embedding: encoded.embedding,
    outcomes,
  }
}
