import { useStudy } from '../context.ts'
import { Said } from '../Said.tsx'

/** Routers that could not be evaluated, beside those that could. */
export function NotEvaluated({ onRetry }: { readonly onRetry: () => void }) {
  const missing = useStudy(state => state.references?.missing)
  const own = useStudy(state => state.evaluating.policy)
  const failed = own?.status === 'failed' ? own.messages : null
  if (!failed && !missing?.length) return null
  return (
    <p className="problem" role="alert">
      {missing && <Said messages={missing} />}{' '}
      {failed && (
        <>
          The policy that routes could not be evaluated: <Said messages={failed} />{' '}
        </>
      )}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </p>
  )
}
