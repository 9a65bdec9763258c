import { type Dispatch, useEffect, useRef } from 'react'
import type { AnnouncingEvent, Topic } from './announcing.ts'

/**
 * Has the words of a topic said whenever they change.
 * @param text '' where there is nothing to say; null while nothing is known yet: what is known first is no news
 * @param readAt id of the control whose own value says it too: while that has the focus, it is not said twice
 */
export function useSpoken(
  tell: Dispatch<AnnouncingEvent>,
  topic: Topic,
  text: string | null,
  readAt?: string,
): void {
  const last = useRef(text)
  useEffect(() => {
    if (last.current === text) return
    const news = last.current !== null && (readAt === undefined || document.activeElement?.id !== readAt)
    last.current = text
    if (news) tell({ type: 'say', topic, text: text ?? '' })
  }, [tell, topic, text, readAt])
}
