import { Station } from '../widgets/Station.tsx'
import { Answer } from './Answer.tsx'
import { Bars } from './Bars.tsx'

/** Station 3: the answer in a sentence, then every LLM's probability and what is expected of it. */
export function RouteStation() {
  return (
    <Station place={3} name="route" title="Route" symbol="a* = argmax π">
      <Answer />
      <Bars />
    </Station>
  )
}
