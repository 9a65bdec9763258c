/** A routing log that has been read: checked, complete, and compact. */
import type { Message } from '../messages/message.ts'
import type { Llm } from '../world/world.ts'

export interface LogFamily {
  /** Lower-case letters, figures and hyphens. */
  readonly id: string
  /** As in the log. */
  readonly name: string
  readonly prompts: number
}

export interface ParsedLog {
  /** Name of the file. */
  readonly source: string
  /** In the log's order; prices are 0 where no models list gave them. */
  readonly llms: readonly Llm[]
  /** By name. */
  readonly families: readonly LogFamily[]
  /** n texts. */
  readonly texts: readonly string[]
  /** Index into `families`, one a prompt. */
  readonly family: Uint8Array
  /** In [0, 1], n x K, row-major. */
  readonly score: Float64Array
  /** Dollars a call, finite, never negative, n x K, row-major. */
  readonly costUsd: Float64Array
  /** What was left out, merged or converted. */
  readonly notes: readonly Message[]
}

/** A parsed log without its tables: what the page shows of it. */
export interface LogSummary {
  readonly prompts: number
  /** Names of LLMs, in the log's order. */
  readonly llms: readonly string[]
  readonly families: readonly LogFamily[]
  readonly notes: readonly Message[]
}
