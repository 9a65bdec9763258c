import type { PromptDoubt } from '../../core/world/promptDoubts.ts'
import { usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { doubtSentence, isGuess } from './doubtWords.ts'
import './PromptWarning.css'

const NO_DOUBTS: readonly PromptDoubt[] = []

/** Says where the route of the person's own words may be no more than a guess, and why. Empty where it is not. */
export function PromptWarning() {
  const routed = usePlayground(({ routing }) =>
    routing?.prompt.kind === 'own' ? routing.prompt.doubts : NO_DOUBTS,
  )
  // While other words stand in the box, this would be said of the wrong ones.
  const doubts = useStaleReason() === null ? routed : NO_DOUBTS
  return (
    <div role="status" className="prompt-warning" {...usePart('prompt-warning')}>
      {doubts.length > 0 && (
        <p>
          {doubts.map(doubtSentence).join(' ')}
          {isGuess(doubts) && <strong> Take the route as a guess.</strong>}
        </p>
      )}
    </div>
  )
}
