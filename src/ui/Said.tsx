/** What the rings below the page have to say, in the page's words: one sentence after the other. */
import type { Message } from '../core/messages/message.ts'
import { useWording } from './useWording.ts'

export function Said({ messages }: { readonly messages: readonly Message[] }) {
  return useWording().sayAll(messages)
}
