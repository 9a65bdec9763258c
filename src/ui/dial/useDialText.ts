import { useState } from 'react'
import { usePlayground, useTraining } from '../context.ts'
import { formatPreference } from '../format.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { useThrottledValue } from '../widgets/useThrottledValue.ts'

/** While a policy is trained its choice may change ten times a second; a name stands so long, ms, so that it can be heard. */
const STANDS_MS = 1000

/**
 * The dial's value in words: the preference and the LLM routed to. Where the dial moves it is that of the moment; where training
 * moves the choice, of the last second.
 */
export function useDialText(): string {
  const w = usePlayground(state => state.w)
  const name = usePlayground(({ loaded, routing }) =>
    loaded && routing ? loaded.world.llms[routing.explanation.arm].name : null,
  )
  const running = useTraining(state => state.status === 'running')
  const slow = useThrottledValue(name, running ? STANDS_MS : 0)
  const stale = useStaleReason() !== null
  const [heard, setHeard] = useState({ w, slow, name })
  const moved = heard.w !== w
  if (moved || heard.slow !== slow) setHeard({ w, slow, name: moved || !running ? name : slow })
  const llm = running ? heard.name : name
  return llm === null || stale ? formatPreference(w) : `${formatPreference(w)}: ${llm}`
}
