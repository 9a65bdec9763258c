import { usePlayground, useVersion } from '../context.ts'
import { NoticePlace } from '../notice/NoticePlace.tsx'
import { usePart } from '../usePart.ts'
import './StatusLine.css'

/**
 * One line under the header, always there: what the page is, and in its place what there is to tell. So nothing that is told
 * covers the stage or moves the page.
 */
export function StatusLine() {
  const told = usePlayground(({ notice, loading }) => notice.length > 0 || loading?.kind === 'failed')
  const news = useVersion(state => state.news !== null)
  return (
    <section className="status-line" aria-label="What the page is">
      <p className="idea" data-told={told || news} {...usePart('idea')}>
        A <b>router</b> picks an LLM for every prompt. <b>BaRP</b> (Bandit-feedback Routing with Preferences)
        learned to, seeing only the answers it chose.
      </p>
      <NoticePlace />
    </section>
  )
}
