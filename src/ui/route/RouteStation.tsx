import { Station } from '../widgets/Station.tsx'
import { Answer } from './Answer.tsx'
import { Bars } from './Bars.tsx'
import { PromptWarning } from './PromptWarning.tsx'

/** The answer in a sentence, then every LLM's probability and what is expected of it. */
export function RouteStation({ place }: { place: number }) {
  return (
    <Station place={place} name="route" title="Route" symbol="a* = argmax π">
      <Answer />
      <PromptWarning />
      <Bars />
    </Station>
  )
}
