/** What the rings below the page have to say, in the page's words: one sentence after the other; sections that are named are links. */
import type { Message } from '../core/messages/message.ts'
import { WithSectionLinks } from './sections/SectionLink.tsx'
import { useWording } from './useWording.ts'

export function Said({ messages }: { readonly messages: readonly Message[] }) {
  return <WithSectionLinks text={useWording().sayAll(messages)} />
}
