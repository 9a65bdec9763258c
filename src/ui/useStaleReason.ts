import { type StaleReason, staleReason } from '../core/session/staleness.ts'
import { useEncoder, usePlayground } from './context.ts'

/** Why the answer on the page is not that of the text in the prompt box; null where it is. */
export function useStaleReason(): StaleReason | null {
  const routedText = usePlayground(({ routing }) =>
    routing?.prompt.kind === 'own' ? routing.prompt.text : null,
  )
  return useEncoder(state => staleReason(state, routedText))
}

/** What an element that shows the answer, or a part of it, wears: dimmed where it is of another prompt. */
export function useStaleState(): { readonly 'data-state': 'fresh' | 'stale' } {
  return { 'data-state': useStaleReason() === null ? 'fresh' : 'stale' }
}
