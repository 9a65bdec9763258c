import { createStream, type RandomStream, shuffle } from '../../math/random.ts'
import { mean } from '../../math/statistics.ts'
import { dot } from '../../math/vectors.ts'
import { drawCostUsd, expectedOutcome } from '../expectation.ts'
import { fitItemResponse } from '../itemResponse.ts'
import { orderByTrainingCost, trainingTau } from '../measured.ts'
import { nearDuplicateGroups, splitOfText } from '../split.ts'
import {
  type DataCard,
  EMBEDDING_SIZE,
  numberWithinFamily,
  type Simulation,
  SPLITS,
  type World,
} from '../world.ts'
import { ROUTERBENCH_FAMILIES, ROUTERBENCH_LLMS } from './roster.ts'
import { scoreTarget, tokenTarget } from './targets.ts'

/** A prompt of the simulated world, before anybody answers it. */
export interface PromptSource {
  /** Id of one of ROUTERBENCH_FAMILIES. */
  readonly family: string
  readonly text: string
  /** The author's judgement, 1 (easy) to 5 (hard). */
  readonly difficulty: number
  /** Tokens of the text, by the real tokenizer. */
  readonly tokens: number
}

/** Correlation between the author's judgement and the difficulty that the simulation uses. */
const DIFFICULTY_IN_TEXT = 0.85
/** Correlation between an LLM's taste and the prompt's topic: its place along a random direction of the embedding space. */
const TASTE_IN_TEXT = 0.85
/** Prompts more alike than this share a split (cosine similarity). */
const NEAR_DUPLICATE = 0.95

/**
 * Outcomes for prompts of our own, in the image of RouterBench's published figures.
 * @param prompts grouped by family, in the order in which they are numbered
 * @param embeddings unit vectors, prompts x 384
 * @param seed of the streams `world/difficulty`, `world/taste`, `world/score` and `world/cost`
 */
export function generateRouterBench(
  prompts: readonly PromptSource[],
  embeddings: Float32Array,
  card: DataCard,
  seed: number,
): World {
  const size = prompts.length
  const arms = ROUTERBENCH_LLMS.length
  const family = Uint8Array.from(prompts, p => ROUTERBENCH_FAMILIES.findIndex(f => f.id === p.family))
  const members = ROUTERBENCH_FAMILIES.map((_, f) => prompts.flatMap((_, i) => (family[i] === f ? [i] : [])))
  const groups = nearDuplicateGroups(embeddings, NEAR_DUPLICATE)
  const split = Uint8Array.from(prompts, (_, i) =>
    SPLITS.indexOf(
      ROUTERBENCH_FAMILIES[family[i]].outOfDistribution ? 'ood' : splitOfText(prompts[groups[i]].text),
    ),
  )

  const responses = members.map((rows, f) => {
    const difficulty = latentDifficulty(
      rows.map(row => prompts[row].difficulty),
      createStream(seed, `world/difficulty/${f}`),
    )
    const taste = latentTaste(rows, embeddings, arms, createStream(seed, `world/taste/${f}`))
    return fitItemResponse(scoreTarget(ROUTERBENCH_FAMILIES[f]), difficulty, taste)
  })
  const success = new Float32Array(size * arms)
  members.forEach((rows, f) => {
    rows.forEach((row, i) => {
      success.set(responses[f].success.subarray(i * arms, (i + 1) * arms), row * arms)
    })
  })
  const tokens = members.map((rows, f) =>
    tokenTarget(ROUTERBENCH_FAMILIES[f], mean(rows.map(row => prompts[row].tokens))),
  )
  const simulation: Simulation = {
    success,
    mark: responses.map(response => response.mark),
    promptTokens: Uint16Array.from(prompts, p => p.tokens),
    preambleTokens: tokens.map(t => t.preambleTokens),
    outputTokens: tokens.map(t => t.outputTokens),
    outputSpread: tokens.map(t => t.spread),
  }
  const draft: World = {
    id: 'routerbench-11',
    title: 'RouterBench, 11 LLMs',
    card,
    llms: ROUTERBENCH_LLMS,
    size,
    family,
    split,
    embeddings,
    simulation,
    number: numberWithinFamily(family),
    families: ROUTERBENCH_FAMILIES.map(({ id, name, outOfDistribution }) => ({
      id,
      name,
      outOfDistribution,
    })),
    score: drawScores(simulation, members, family, split, arms, seed),
    costUsd: new Float32Array(size * arms),
    tauUsd: 1,
    texts: {},
  }
  drawCosts(draft, simulation, createStream(seed, 'world/cost'))
  return cheapestFirst(draft)
}

/** Author's judgement and chance, mixed; mean 0 and standard deviation 1 over the family. */
function latentDifficulty(judged: readonly number[], stream: RandomStream): Float64Array {
  const visible = standardise(Float64Array.from(judged))
  const hidden = Math.sqrt(1 - DIFFICULTY_IN_TEXT ** 2)
  return standardise(visible.map(d => DIFFICULTY_IN_TEXT * d + hidden * stream.normal()))
}

/** What one LLM finds hard and another does not: partly the prompt's topic, partly chance. Rows x arms, each arm mean 0, sd 1. */
function latentTaste(
  rows: readonly number[],
  embeddings: Float32Array,
  arms: number,
  stream: RandomStream,
): Float64Array {
  const hidden = Math.sqrt(1 - TASTE_IN_TEXT ** 2)
  const taste = new Float64Array(rows.length * arms)
  for (let arm = 0; arm < arms; arm++) {
    const direction = Float64Array.from({ length: EMBEDDING_SIZE }, () => stream.normal())
    const topic = standardise(
      Float64Array.from(rows, row => dot(direction, embeddings, EMBEDDING_SIZE, 0, row * EMBEDDING_SIZE)),
    )
    standardise(topic.map(t => TASTE_IN_TEXT * t + hidden * stream.normal())).forEach((t, i) => {
      taste[i * arms + arm] = t
    })
  }
  return taste
}

function standardise(values: Float64Array): Float64Array {
  const centre = mean(values)
  const spread = Math.sqrt(mean(values.map(x => (x - centre) ** 2))) || 1
  return values.map(x => (x - centre) / spread)
}

/**
 * Fixed scores by systematic sampling: every cell is solved with exactly its probability, and within each family,
 * split and LLM the number solved is the expected one up to rounding, so small test sets keep the published means.
 */
function drawScores(
  simulation: Simulation,
  members: readonly (readonly number[])[],
  family: Uint8Array,
  split: Uint8Array,
  arms: number,
  seed: number,
): Float32Array {
  const stream = createStream(seed, 'world/score')
  const score = new Float32Array(simulation.success.length)
  for (const rows of members) {
    for (let arm = 0; arm < arms; arm++) {
      const order = shuffle([...rows], stream).sort((a, b) => split[a] - split[b])
      let ladder = stream.uniform()
      for (const row of order) {
        const rung = Math.floor(ladder)
        ladder += simulation.success[row * arms + arm]
        if (Math.floor(ladder) > rung) score[row * arms + arm] = simulation.mark[family[row]]
      }
    }
  }
  return score
}

/** Fixed costs: one log-normal draw of output tokens a cell. */
function drawCosts(world: World, simulation: Simulation, stream: RandomStream): void {
  const arms = world.llms.length
  for (let row = 0; row < world.size; row++) {
    for (let arm = 0; arm < arms; arm++) {
      world.costUsd[row * arms + arm] = drawCostUsd(world, simulation, row, arm, stream)
    }
  }
}

/** The same world with its arms ordered by mean training cost, and tau set from the training costs. */
function cheapestFirst(world: World): World {
  const { simulation, llms } = world
  if (!simulation) return world
  const arms = llms.length
  const expected = Float64Array.from(
    world.costUsd,
    (_, cell) => expectedOutcome(world, Math.floor(cell / arms), cell % arms).costUsd,
  )
  const order = orderByTrainingCost(world.split, expected, arms)
  const reorder = (table: Float32Array) =>
    table.map((_, cell) => table[Math.floor(cell / arms) * arms + order[cell % arms]])
  return {
    ...world,
    llms: order.map(arm => llms[arm]),
    score: reorder(world.score),
    costUsd: reorder(world.costUsd),
    tauUsd: trainingTau(world.split, world.costUsd, arms),
    simulation: {
      ...simulation,
      success: reorder(simulation.success),
      outputTokens: simulation.outputTokens.map(row => order.map(arm => row[arm])),
    },
  }
}
