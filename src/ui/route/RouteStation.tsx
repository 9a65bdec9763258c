import { usePlayground } from '../context.ts'
import { Answer } from './Answer.tsx'
import { Bars } from './Bars.tsx'

/** Station 3: the answer in a sentence, then every LLM's probability and what is expected of it. */
export function RouteStation() {
  const ready = usePlayground(state => state.routing !== null)
  if (!ready) return null
  return (
    <section className="station route" aria-labelledby="route-title">
      <h2 id="route-title">
        <span className="step">3</span> Route <span className="symbol">a* = argmax π</span>
      </h2>
      <Answer />
      <Bars />
    </section>
  )
}
