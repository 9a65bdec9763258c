import { usePlayground, useStudy } from '../context.ts'
import { Said } from '../Said.tsx'
import { ownLabel, useOwn } from './useOwn.ts'
import { inSentence } from './words.ts'

/** Where and when the figures were worked out: what ships, what is of this device, and what is still under way. */
export function Origin() {
  const origin = useStudy(state => state.references?.origin ?? null)
  const notes = useStudy(state => state.references?.notes ?? null)
  const busy = useStudy(state => state.evaluating.policy?.status === 'busy')
  const kind = usePlayground(state => state.loaded?.source.kind)
  const own = useOwn()
  if (origin === null) return null
  const name = inSentence(ownLabel(kind))
  return (
    <p className="quiet origin" data-origin={origin}>
      {origin === 'shipped'
        ? 'Shipped evaluation, computed when the policy was trained.'
        : 'Evaluated here, on this device.'}
      {notes !== null && notes.length > 0 && (
        <>
          {' '}
          The shipped evaluation is not used: <Said messages={notes} />
        </>
      )}
      {kind === 'untrained' &&
        ' No policy has been trained on this log yet: press Play, and it joins the table.'}
      {busy && ` Evaluating ${name} on the same prompts…`}
      {own && origin === 'shipped' && ` New: ${name}, evaluated here on the same prompts.`}
    </p>
  )
}
