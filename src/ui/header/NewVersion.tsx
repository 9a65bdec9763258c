import { useActions, useVersion } from '../context.ts'
import { Said } from '../Said.tsx'
import { usePart } from '../usePart.ts'

/** Offers to load the page again when a newer version is out, or a part of this one is gone. Never does so by itself. */
export function NewVersion() {
  const news = useVersion(state => state.news)
  const { reload } = useActions()
  const part = usePart('new-version')
  return (
    <div role="status" {...part}>
      {news && (
        <p className="notice">
          <Said messages={[news]} />{' '}
          <button type="button" className="small" onClick={reload}>
            Reload
          </button>
        </p>
      )}
    </div>
  )
}
