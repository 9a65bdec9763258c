import { useLayoutEffect, useState } from 'react'

export type Edge = 'top' | 'bottom'

/**
 * The edge of the window that is farther from the dial, wherever the page has docked it by now.
 * @param watched whether anything stands there; else nothing is measured
 */
export function useFreeEdge(watched: boolean): Edge {
  const [edge, setEdge] = useState<Edge>('bottom')
  useLayoutEffect(() => {
    if (!watched) return
    const measure = () => {
      const dial = document.querySelector('[data-part="dial"]')?.getBoundingClientRect()
      // Out of sight it is in nobody's way.
      const inSight = dial && dial.bottom > 0 && dial.top < innerHeight
      if (inSight) setEdge(dial.top + dial.bottom > innerHeight ? 'top' : 'bottom')
    }
    measure()
    window.addEventListener('scroll', measure, { passive: true })
    window.addEventListener('resize', measure)
    return () => {
      window.removeEventListener('scroll', measure)
      window.removeEventListener('resize', measure)
    }
  }, [watched])
  return edge
}
