import type { PromptDoubt } from '../../core/world/promptDoubts.ts'
import { usePlayground } from '../context.ts'
import { useStaleReason } from '../useStaleReason.ts'

const NO_DOUBTS: readonly PromptDoubt[] = []

/** Why the route of the person's own words may be no more than a guess; none while other words stand in the box. */
export function useDoubts(): readonly PromptDoubt[] {
  const routed = usePlayground(({ routing }) =>
    routing?.prompt.kind === 'own' ? routing.prompt.doubts : NO_DOUBTS,
  )
  return useStaleReason() === null ? routed : NO_DOUBTS
}
