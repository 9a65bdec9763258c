import { type RefObject, useEffect, useState } from 'react'

/** How far beyond the screen counts as seen: what is scrolled to is then already up to date. */
const AHEAD = '50% 0px'

/** Whether any part of an element is on the screen, or nearly. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(entries => setSeen(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: AHEAD,
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return seen
}
