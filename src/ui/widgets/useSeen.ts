import { type RefObject, useEffect, useState } from 'react'

/** Whether any part of an element is on the screen. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(entries => setSeen(entries.some(entry => entry.isIntersecting)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return seen
}
