import { PREFERENCE_GRID } from '../core/bandit/preference.ts'
import { reward } from '../core/bandit/reward.ts'
import { argmax, mean } from '../core/math/statistics.ts'
import { dialContrast, gridProbabilities } from '../core/policy/dial.ts'
import type { Policy } from '../core/policy/policy.ts'
import { DEFAULT_VIEW } from '../core/view/view.ts'
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

/** The dial's default position on the evaluation grid. */
const DEFAULT_STEP = Math.round(DEFAULT_VIEW.wc * (PREFERENCE_GRID.length - 1))

/**
 * The example to open with: of a trained family, the dial shows clearly on it, quality costs money (w_c = 0 scores higher
 * than w_c = .3), and the policy has learnt what the world says.
 */
export function firstExample(world: World, policy: Policy): number {
  const merit = Array.from({ length: world.size }, (_, row) => {
    const { embedding, outcomes } = examplePrompt(world, row)
    const rows = gridProbabilities(policy, embedding)
    const arms = rows.map(argmax)
    const regret = PREFERENCE_GRID.map((w, i) => {
      const rewards = outcomes.map(outcome => reward(w, outcome, world.tauUsd))
      return Math.max(...rewards) - rewards[arms[i]]
    })
    const gain = outcomes[arms[0]].quality - outcomes[arms[DEFAULT_STEP]].quality
    const unseen = world.families[world.family[row]].outOfDistribution ? 10 : 0
    return dialContrast(rows) + 20 * Math.min(gain, 0.1) - 20 * (mean(regret) + regret[DEFAULT_STEP]) - unseen
  })
  return argmax(merit)
}
