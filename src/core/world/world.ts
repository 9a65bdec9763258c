/**
 * A world: prompts x LLMs with a score and a cost in every cell, and where those numbers come from.
 * Only the environment and the evaluation read the tables; a learner is handed an environment.
 */
import type { Message } from '../messages/message.ts'

/** Length of a prompt embedding (all-MiniLM-L6-v2). */
export const EMBEDDING_SIZE = 384

export interface Llm {
  /** The provider's name for it, as in the source of the figures. */
  readonly id: string
  /** Short name for labels. */
  readonly name: string
  readonly priceInUsdPerMillion: number
  readonly priceOutUsdPerMillion: number
}

export interface Family {
  readonly id: string
  readonly name: string
  /** True when the family is kept out of training altogether. */
  readonly outOfDistribution: boolean
}

/** `ood` holds whole families that no shipped policy has seen; the other three partition the rest by prompt text. */
export const SPLITS = ['train', 'validation', 'test', 'ood'] as const
export type Split = (typeof SPLITS)[number]
/** The value of a world's `split` column for training prompts. */
export const TRAIN = SPLITS.indexOf('train')

/** Who makes a world writes its card; that of a log brought in here is a message, in the page's language. */
export type CardText = string | Message

/** What a reader must know before quoting a number of this world. */
export interface DataCard {
  readonly provenance: 'measured' | 'simulated'
  readonly summary: CardText
  readonly source: CardText
  readonly licence: CardText
  readonly limits: readonly CardText[]
}

/**
 * The outcome distribution of a simulated cell (prompt i, LLM k):
 * score = mark with probability p_ik, else 0; cost = price x tokens, output tokens log-normal.
 */
export interface Simulation {
  /** Success probabilities, n x K, row-major. */
  readonly success: Float32Array
  /** Score of a correct answer per family, (0, 1]. */
  readonly mark: readonly number[]
  /** Prompt tokens (real tokenizer), one per prompt. */
  readonly promptTokens: Uint16Array
  /** Tokens of instructions and worked examples sent before every prompt of a family. */
  readonly preambleTokens: readonly number[]
  /** Mean output tokens, families x K. */
  readonly outputTokens: readonly (readonly number[])[]
  /** Standard deviation of log output tokens per family. */
  readonly outputSpread: readonly number[]
}

export interface World {
  readonly id: string
  readonly title: string
  readonly card: DataCard
  /** K arms, ordered by mean training cost, cheapest first. */
  readonly llms: readonly Llm[]
  readonly families: readonly Family[]
  /** n prompts. */
  readonly size: number
  /** Index into `families`, one per prompt. */
  readonly family: Uint8Array
  /** Number within the family, from 1; with the family's id it names the prompt for good. */
  readonly number: Uint16Array
  /** Index into SPLITS, one per prompt. */
  readonly split: Uint8Array
  /** Unit vectors, n x 384, row-major. */
  readonly embeddings: Float32Array
  /** Fixed scores in [0, 1], n x K: logged, or drawn once. */
  readonly score: Float32Array
  /** Fixed costs in dollars a call, n x K. */
  readonly costUsd: Float32Array
  /** Present in simulated worlds only. */
  readonly simulation: Simulation | null
  /** 95th percentile of the training costs, in dollars: the reward's tau. */
  readonly tauUsd: number
  /** Prompt texts by prompt name, where the project may show them. */
  readonly texts: Readonly<Record<string, string>>
}

/** Numbers prompts from 1 within their family, in their order: a world's `number` column. */
export function numberWithinFamily(family: Uint8Array): Uint16Array {
  const last = new Map<number, number>()
  return Uint16Array.from(family, f => {
    const number = (last.get(f) ?? 0) + 1
    last.set(f, number)
    return number
  })
}

/** The lasting name of prompt `i`, e.g. `grade-math/12`. */
export function promptName(world: World, i: number): string {
  return `${world.families[world.family[i]].id}/${world.number[i]}`
}

/** Index of the prompt with that name, or -1. */
export function findPrompt(world: World, name: string): number {
  for (let i = 0; i < world.size; i++) if (promptName(world, i) === name) return i
  return -1
}

/** Indices of the prompts of a split, in the world's order. */
export function rowsOf(world: World, split: Split): Uint32Array {
  const wanted = SPLITS.indexOf(split)
  const rows: number[] = []
  for (let i = 0; i < world.size; i++) if (world.split[i] === wanted) rows.push(i)
  return Uint32Array.from(rows)
}

/** The embeddings of some prompts, rows x 384, row-major: a copy. */
export function embeddingsOf(world: World, rows: Uint32Array): Float32Array {
  const embeddings = new Float32Array(rows.length * EMBEDDING_SIZE)
  rows.forEach((row, i) => {
    embeddings.set(embeddingOf(world, row), i * EMBEDDING_SIZE)
  })
  return embeddings
}

/** The embedding of prompt `i`: a view of 384 numbers, not a copy. */
export function embeddingOf(world: World, i: number): Float32Array {
  return world.embeddings.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE)
}
