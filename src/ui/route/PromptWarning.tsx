import { usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { shortDoubts } from './doubtWords.ts'

/**
 * Says within the answer where the route of the person's own words may be no more than a guess; how far it is one stands under
 * “why”. Empty where it is not, and while other words stand in the box: of those it would not be true.
 */
export function PromptWarning() {
  const doubts = usePlayground(({ routing }) =>
    routing?.prompt.kind === 'own' ? routing.prompt.doubts : null,
  )
  const stale = useStaleReason() !== null
  return (
    <strong role="status" {...usePart('prompt-warning')}>
      {doubts !== null && !stale && shortDoubts(doubts)}
    </strong>
  )
}
