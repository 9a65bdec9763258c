/**
 * What the rings below the page have to say to a person: a code and its parameters, never a sentence. `ui/words` has the
 * sentences, one catalogue a language; a code without words, or words without a code, do not compile.
 */
import type { DeviceMessages } from './device.ts'
import type { EncoderMessages } from './encoder.ts'
import type { FileMessages } from './files.ts'
import type { LogMessages } from './log.ts'
import type { TrainingMessages } from './training.ts'
import type { WorldMessages } from './worlds.ts'

/** Every code with the parameters that its words need; one file an area. */
export interface MessageParams
  extends DeviceMessages,
    EncoderMessages,
    FileMessages,
    LogMessages,
    TrainingMessages,
    WorldMessages {
  /** Words that are not ours: a browser's or a library's, as they came. */
  readonly foreign: { readonly detail: string }
}

export type MessageCode = keyof MessageParams

/** Plain data: it crosses into workers and out of them. */
export interface Message<Code extends MessageCode = MessageCode> {
  readonly code: Code
  readonly params: MessageParams[Code]
}

export function message<Code extends MessageCode>(code: Code, params: MessageParams[Code]): Message<Code> {
  return { code, params }
}

/** Thrown where a person must be told. Its `message` is for consoles only. */
export class Problem extends Error {
  readonly said: readonly Message[]

  /** @param said what is wrong, most important first; at least one */
  constructor(...said: readonly Message[]) {
    super(said.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; '))
    this.name = 'Problem'
    this.said = said
  }
}

/** A problem of one message. */
export function problem<Code extends MessageCode>(code: Code, params: MessageParams[Code]): Problem {
  return new Problem(message(code, params))
}

/** What a caught value says: a problem its own messages, anything else its text as `foreign`. */
export function messagesOf(error: unknown): readonly Message[] {
  if (error instanceof Problem) return error.said
  return [message('foreign', { detail: error instanceof Error ? error.message : String(error) })]
}
