/** What a catalogue of words is. */
import type { Message, MessageParams } from '../../core/messages/message.ts'
import type { Format } from './format.ts'

/** What words may use: numbers and dates in the page's language, and the words of a message within a message. */
export interface Wording extends Format {
  readonly say: (message: Message) => string
  /** Sentences of several messages, one after the other. */
  readonly sayAll: (messages: readonly Message[]) => string
}

/** Sentences for some messages: one function a code. */
export type Words<Params> = {
  readonly [Code in keyof Params]: (params: Params[Code], wording: Wording) => string
}

/** One language, complete. */
export type Catalogue = Words<MessageParams>
