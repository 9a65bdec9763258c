import { offeredRun } from '../../core/session/keptRun.ts'
import { useKeptRun, useTraining } from '../context.ts'
import { formatCount } from '../format.ts'
import { Badges } from '../train/Badges.tsx'
import { CurvesNote } from '../train/CurvesNote.tsx'
import { KeptRun } from '../train/KeptRun.tsx'
import { useCurves } from '../train/useCurves.ts'
import { usePart } from '../usePart.ts'
import { useWording } from '../useWording.ts'
import { Telling } from './Telling.tsx'
import './Run.css'

/** Where the run is, and what there is to say of it: in slow motion, the round that is told. */
export function Run() {
  const status = useTraining(state => state.status)
  const slow = useTraining(state => state.speed === 'slow')
  const messages = useTraining(state => state.messages)
  // It takes the place of what a newcomer is told.
  const offered = useKeptRun(state => offeredRun(state) !== null)
  const { say } = useWording()
  const curves = useCurves()
  return (
    <div className="run">
      <Progress />
      {slow && <Telling />}
      <Badges />
      <p className={status === 'failed' ? 'problem' : 'quiet'} data-testid="training-message">
        {messages.map(say).join(' ')}
      </p>
      {!slow && <CurvesNote curves={curves} />}
      <KeptRun />
      {!slow && !offered && <p className="quiet run-idea">{RUN_IDEA}</p>}
    </div>
  )
}

const RUN_IDEA = 'Each round pulls one LLM and sees its score and cost alone; pulls that pay become likelier.'

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
