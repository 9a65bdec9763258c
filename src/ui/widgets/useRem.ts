import { useSyncExternalStore } from 'react'

/** Size of the page's root text, px: what is drawn in px grows with it. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, rootSize)
}

function subscribe(changed: () => void): () => void {
  // The root text follows the window, and the attribute that makes the page larger for a room.
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true })
  window.addEventListener('resize', changed)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', changed)
  }
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
