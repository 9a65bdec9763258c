import { usePlayground } from '../context.ts'
import { NewVersion } from '../header/NewVersion.tsx'
import { Said } from '../Said.tsx'
import { usePart } from '../usePart.ts'
import './NoticePlace.css'

/** Where the page tells what there is to tell: in a line of its own, so that it moves nothing and keeps clear of the dial. */
export function NoticePlace() {
  return (
    <div className="notice-place" {...usePart('notice')}>
      <NewVersion />
      <div role="alert">
        <WorldFailed />
      </div>
      <WorldOnItsWay />
      <CurrentNotice />
    </div>
  )
}

/** The shown world stays until the other is there: see FirstWorld for the first. */
function WorldOnItsWay() {
  const title = usePlayground(({ loading, loaded }) =>
    loaded && loading?.kind === 'busy' ? (loading.title ?? 'the world') : null,
  )
  return title === null ? null : <p className="notice-loading quiet">Loading {title}…</p>
}

function WorldFailed() {
  const why = usePlayground(({ loading, loaded }) =>
    loaded && loading?.kind === 'failed' ? loading.why : null,
  )
  const setLoading = usePlayground(state => state.setLoading)
  return (
    why && (
      <p className="notice problem">
        <Said messages={why} /> <Dismiss onDismiss={() => setLoading(null)} />
      </p>
    )
  )
}

/** One at a time, until the person dismisses it or what it speaks of is gone. */
function CurrentNotice() {
  const notice = usePlayground(state => state.notice)
  const tell = usePlayground(state => state.tell)
  return (
    notice.length > 0 && (
      <p className="notice">
        <Said messages={notice.map(({ message }) => message)} /> <Dismiss onDismiss={() => tell([])} />
      </p>
    )
  )
}

function Dismiss({ onDismiss }: { onDismiss: () => void }) {
  return (
    <button type="button" onClick={onDismiss}>
      Dismiss
    </button>
  )
}
