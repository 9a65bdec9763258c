import type { EncodedInWorld } from '../core/session/encoding.ts'
import { expectedOutcome } from '../core/world/expectation.ts'
import { estimateOutcomes } from '../core/world/neighbours.ts'
import { promptDoubts } from '../core/world/promptDoubts.ts'
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
export function ownPrompt(text: string, { world, encoded, familiarity }: EncodedInWorld): PromptInput {
  const { embedding, tokens, truncated } = encoded
  const { outcomes, ...estimate } = estimateOutcomes(world, embedding)
  const doubts = promptDoubts(text, embedding, encoded, familiarity)
  return { prompt: { kind: 'own', text, tokens, truncated, estimate, doubts }, embedding, outcomes }
}
