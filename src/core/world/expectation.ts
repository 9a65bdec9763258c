import type { Outcome } from '../bandit/reward.ts'
import type { RandomStream } from '../math/random.ts'
import type { Simulation, World } from './world.ts'

/** Dollars for the prompt's own tokens and the family's preamble, before any output. */
export function inputCostUsd(world: World, simulation: Simulation, prompt: number, arm: number): number {
  const tokens = simulation.promptTokens[prompt] + simulation.preambleTokens[world.family[prompt]]
  return (tokens * world.llms[arm].priceInUsdPerMillion) / 1e6
}

/**
 * What to expect of one LLM on one prompt: the mean of the cell's distribution in a simulated world,
 * the logged outcome in a measured one.
 */
export function expectedOutcome(world: World, prompt: number, arm: number): Outcome {
  const { simulation } = world
  const cell = prompt * world.llms.length + arm
  if (!simulation) return { quality: world.score[cell], costUsd: world.costUsd[cell] }
  const family = world.family[prompt]
  return {
    quality: simulation.mark[family] * simulation.success[cell],
    costUsd:
      inputCostUsd(world, simulation, prompt, arm) +
      (simulation.outputTokens[family][arm] * world.llms[arm].priceOutUsdPerMillion) / 1e6,
  }
}

/** A fresh draw from a cell's distribution: one score and one cost. */
export function drawOutcome(
  world: World,
  simulation: Simulation,
  prompt: number,
  arm: number,
  stream: RandomStream,
): Outcome {
  const family = world.family[prompt]
  const solved = stream.uniform() < simulation.success[prompt * world.llms.length + arm]
  return {
    quality: solved ? simulation.mark[family] : 0,
    costUsd: drawCostUsd(world, simulation, prompt, arm, stream),
  }
}

/** Dollars of one call: the input's, and a fresh draw of output tokens at list price. */
export function drawCostUsd(
  world: World,
  simulation: Simulation,
  prompt: number,
  arm: number,
  stream: RandomStream,
): number {
  const output = drawOutputTokens(simulation, world.family[prompt], arm, stream)
  return inputCostUsd(world, simulation, prompt, arm) + (output * world.llms[arm].priceOutUsdPerMillion) / 1e6
}

/** Log-normal output tokens whose mean is exactly the family's figure for this LLM. */
export function drawOutputTokens(
  simulation: Simulation,
  family: number,
  arm: number,
  stream: RandomStream,
): number {
  const spread = simulation.outputSpread[family]
  return simulation.outputTokens[family][arm] * Math.exp(spread * stream.normal() - (spread * spread) / 2)
}
