import { offeredRun } from '../../core/session/keptRun.ts'
import { useActions, useKeptRun, usePlayground } from '../context.ts'
import { formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'

/** Offers the run that the device kept from an earlier visit; nothing where there is none. */
export function KeptRun() {
  const offered = useKeptRun(offeredRun)
  const title = usePlayground(state => state.loaded?.world.title)
  const { keptRun } = useActions()
  return (
    <div className="kept-run" {...usePart('kept-run')}>
      {offered && (
        <p>
          Your run at update {formatCount(offered.step)}
          {offered.step >= offered.steps ? ', its last,' : ` of ${formatCount(offered.steps)}`} on {title}:{' '}
          <button type="button" className="small" onClick={keptRun.goOn}>
            {offered.step >= offered.steps ? 'Show it' : 'Go on'}
          </button>{' '}
          <button type="button" className="small" onClick={keptRun.discard}>
            Discard
          </button>
        </p>
      )}
    </div>
  )
}
