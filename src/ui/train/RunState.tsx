import { useTraining } from '../context.ts'
import { formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'
import { useWording } from '../useWording.ts'
import { Backend } from './Backend.tsx'
import { Badges } from './Badges.tsx'
import './RunState.css'

/** Where the run is, what it runs on, and what there is to say. */
export function RunState() {
  const status = useTraining(state => state.status)
  const messages = useTraining(state => state.messages)
  const { say } = useWording()
  return (
    <div className="run-state">
      <Progress />
      <Backend />
      <Badges />
      <p className={status === 'failed' ? 'problem' : 'quiet'} role="status" data-testid="training-message">
        {messages.map(say).join(' ')}
      </p>
    </div>
  )
}

/** Updates, pulls and speed, each figure above its name, so that none pushes another. */
function Progress() {
  const status = useTraining(state => state.status)
  const step = useTraining(state => state.report?.step ?? 0)
  const rate = useTraining(state => state.report?.stepsPerSecond ?? null)
  const steps = useTraining(state => state.settings.steps)
  const batch = useTraining(state => state.settings.batchSize)
  return (
    <ul
      className="run-figures"
      {...usePart('progress')}
      data-testid="training-progress"
      data-status={status}
      data-step={step}
    >
      <li>
        <b>{formatCount(step)}</b> of {formatCount(steps)} updates
      </li>
      <li>
        <b>{formatCount(step * batch)}</b> pulls
      </li>
      <li>
        <b>{rate === null ? '–' : formatCount(rate)}</b> updates a second
      </li>
    </ul>
  )
}
