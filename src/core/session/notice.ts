/** What the person is told at the moment, and how long it holds. */
import type { Message, Messages } from '../messages/message.ts'

/** What a note speaks of; `event` for what happened and stays so, whatever is shown. */
export type Subject = 'event' | 'world' | 'policy' | 'prompt'

export interface Note {
  readonly message: Message
  readonly about: Subject
}

/** One notice at a time, most important first; each note of it is taken back when what it speaks of is gone. */
export type Notice = readonly Note[]

export function notesAbout(about: Subject, messages: Messages): Notice {
  return messages.map(message => ({ message, about }))
}

/** What goes when something else takes its place: policies and prompts go with their world. */
const GOES_WITH: Readonly<Record<Exclude<Subject, 'event'>, readonly Subject[]>> = {
  world: ['world', 'policy', 'prompt'],
  policy: ['policy'],
  prompt: ['prompt'],
}

/** What is left to be told when another world, policy or prompt is shown; the same notice where nothing of it goes. */
export function noticeAfter(notice: Notice, shown: Exclude<Subject, 'event'>): Notice {
  const gone = GOES_WITH[shown]
  return notice.some(({ about }) => gone.includes(about))
    ? notice.filter(({ about }) => !gone.includes(about))
    : notice
}
