import { usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { answerWords } from './answerWords.ts'
import { doubtSentence } from './doubtWords.ts'
import { PromptWarning } from './PromptWarning.tsx'
import { staleNote } from './staleNote.ts'
import './Answer.css'

/** The routing decision in words. Figures change in place; the paragraph keeps its height. */
export function Answer() {
  const loaded = usePlayground(state => state.loaded)
  const routing = usePlayground(state => state.routing)
  const w = usePlayground(state => state.w)
  const part = usePart('answer')
  const stale = useStaleReason()
  if (!loaded || !routing) return null
  const { llms } = loaded.world
  const { explanation, prompt } = routing
  const { probabilities } = routing.activations
  const words = answerWords({ explanation, probabilities, llms, w, estimated: prompt.kind === 'own' })
  const doubts = prompt.kind === 'own' ? prompt.doubts.map(doubtSentence) : []
  const [first, second] = words.rest
  // What stands at rest is short: a doubt, or what is missing, takes the place of the details, which stay under “why”.
  const rest = stale ? [] : doubts.length > 0 ? [first] : [first, second]
  const why = [...doubts, ...words.why, ...words.rest.filter(sentence => !rest.includes(sentence))]
  return (
    <div className="answer-place" {...part} data-state={stale === null ? 'fresh' : 'stale'}>
      <p className="answer">
        {stale && (
          <>
            <strong className="stale-note">{staleNote(stale)}</strong>{' '}
          </>
        )}
        <strong>{llms[explanation.arm].name}</strong>: {words.expected} <PromptWarning /> {rest.join(' ')}
      </p>
      <details className="answer-why">
        <summary>why</summary>
        <p>{why.join(' ')}</p>
      </details>
    </div>
  )
}
