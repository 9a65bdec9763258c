import { useActions, useVersion } from '../context.ts'
import { Said } from '../Said.tsx'

/** Offers to load the page again when a newer version is out, or a part of this one is gone. Never does so by itself. */
export function NewVersion() {
  const news = useVersion(state => state.news)
  const { reload } = useActions()
  return (
    <div role="status">
      {news && (
        <p className="banner notice" data-part="new-version">
          <Said messages={[news]} />{' '}
          <button type="button" onClick={reload}>
            Reload
          </button>
        </p>
      )}
    </div>
  )
}
