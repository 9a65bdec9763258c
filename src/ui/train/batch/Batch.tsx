import type { RoundView } from '../../../core/evaluation/curve.ts'
import { useActions, useTraining } from '../../context.ts'
import { usePart } from '../../usePart.ts'
import { useThrottledValue } from '../../widgets/useThrottledValue.ts'
import { FeedbackTable } from './FeedbackTable.tsx'
import { SlowMotion } from './SlowMotion.tsx'
import './Batch.css'

const NO_ROUNDS: readonly RoundView[] = []
/** While it runs, a batch stands this long, ms, so that it can be read. */
const STANDS_MS = 1500

/** The newest batch: in slow motion one of its rounds told phase by phase, then its rounds as the learner sees them. */
export function Batch() {
  const newest = useTraining(state => state.report?.rounds ?? NO_ROUNDS)
  const running = useTraining(state => state.status === 'running' && state.speed !== 'slow')
  const slow = useTraining(state => state.speed === 'slow')
  const peek = useTraining(state => state.peek)
  const { applyView, training } = useActions()
  const rounds = useThrottledValue(newest, running ? STANDS_MS : 0)
  return (
    <div className="training">
      {slow && <SlowMotion rounds={newest} />}
      <div className="batch-head">
        <h3>The newest batch</h3>
        <p className="quiet">
          {peek
            ? 'For your eye only: learners never see these cells, nor the regret.'
            : 'A round a row. The hatched cells were not seen.'}
        </p>
        <label className="check" {...usePart('peek')}>
          <input
            type="checkbox"
            checked={peek}
            onChange={event => applyView({ peek: event.target.checked })}
          />
          Peek
        </label>
      </div>
      {rounds.length === 0 && (
        <p className="no-batch">
          No round has been played on this page yet.{' '}
          <button type="button" onClick={training.step}>
            Play one batch
          </button>
        </p>
      )}
      <FeedbackTable rounds={rounds} peek={peek} />
    </div>
  )
}
