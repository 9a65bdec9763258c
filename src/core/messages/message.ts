/**
 * What the rings below the page have to say to a person: a code and its parameters, never a sentence. `ui/words` has the
 * sentences, one catalogue a language; a code without words, or words without a code, do not compile.
 */
import type { DeviceMessages } from './device.ts'
import type { EncoderMessages } from './encoder.ts'
import type { FileMessages } from './files.ts'
import type { FormatMessages } from './formats.ts'
import type { LogMessages } from './log.ts'
import type { SettingMessages } from './settings.ts'
import type { TrainingMessages } from './training.ts'
import type { ViewMessages } from './view.ts'
import type { WorldMessages } from './worlds.ts'

/**
 * Every code with the parameters that its words need; one file an area. Parameters are plain data: numbers as numbers,
 * lists as lists. An area whose messages hold others (`X is not used: why`) takes their type as its parameter:
 * `TrainingMessages<Messages>`.
 */
export interface MessageParams
  extends DeviceMessages<Messages>,
    EncoderMessages<Messages>,
    FileMessages<Messages>,
    FormatMessages<Messages>,
    LogMessages,
    SettingMessages,
    TrainingMessages<Messages>,
    ViewMessages,
    WorldMessages {
  /** Words that are not ours: a browser's or a library's, as they came. */
  readonly foreign: { readonly detail: string }
}

export type MessageCode = keyof MessageParams

/** Plain data: it crosses into workers and out of them. Made by `message`, which sees to it that both belong together. */
export interface Message<Code extends MessageCode = MessageCode> {
  readonly code: Code
  readonly params: MessageParams[Code]
}

/** Several, most important first. An interface, so that the parameters of a message may hold messages. */
export interface Messages extends ReadonlyArray<Message> {}

export function message<Code extends MessageCode>(code: Code, params: MessageParams[Code]): Message<Code> {
  return { code, params }
}

/** Thrown where a person must be told. Its `message` is for consoles only. */
export class Problem extends Error {
  readonly said: Messages

  /** @param said what is wrong, most important first; at least one */
  constructor(...said: Messages) {
    super(said.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; '))
    this.name = 'Problem'
    this.said = said
  }
}

/** A problem of one message. @param options the error behind it, for consoles */
export function problem<Code extends MessageCode>(
  code: Code,
  params: MessageParams[Code],
  options?: ErrorOptions,
): Problem {
  const error = new Problem(message(code, params))
  if (options) error.cause = options.cause
  return error
}

/** What a caught value says: a problem its own messages, anything else its text as `foreign`. */
export function messagesOf(error: unknown): Messages {
  if (error instanceof Problem) return error.said
  return [message('foreign', { detail: errorText(error) })]
}

/** The text of a caught value: an error's message, anything else as text. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
