import { usePart } from '../usePart.ts'
import { shortDoubts } from './doubtWords.ts'
import { useDoubts } from './useDoubts.ts'

/**
 * Says within the answer where the route of the person's own words may be no more than a guess; how far it is one stands under
 * “why”. Empty where it is not.
 */
export function PromptWarning() {
  return <strong {...usePart('prompt-warning')}>{shortDoubts(useDoubts())}</strong>
}
