import { usePlayground } from '../context.ts'
import { Said } from '../Said.tsx'

/** What stands in the page's place until its first world is shown. */
export function FirstWorld() {
  const loading = usePlayground(state => state.loading)
  if (loading?.kind === 'failed') {
    return (
      <p className="banner problem" role="alert">
        <Said messages={loading.why} />
      </p>
    )
  }
  return (
    <p className="banner quiet" role="status">
      Loading {loading?.title ?? 'the playground'}…
    </p>
  )
}
