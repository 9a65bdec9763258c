import type { StudySlotName } from '../../core/session/study/state.ts'
import { useStudy } from '../context.ts'
import { formatCount, formatDuration } from '../format.ts'
import { useTimeLeft } from './useTimeLeft.ts'
import './StudyProgress.css'

/** How far a study is: seed, update and time left while it runs, then what it came to. @param label names the bar */
export function StudyProgress({ of, label }: { of: StudySlotName; label: string }) {
  const progress = useStudy(state => state[of].progress)
  const plan = useStudy(state => state[of].plan)
  const status = useStudy(state => state[of].status)
  const turn = plan && progress ? Math.max(0, plan.seeds.indexOf(progress.seed)) : 0
  const total = plan && progress ? plan.seeds.length * progress.steps : 0
  const done = progress ? turn * progress.steps + progress.step : 0
  const running = status === 'running' && total > 0
  const left = useTimeLeft(running ? Math.min(1, done / total) : null)
  if (status === 'starting') return <span className="quiet study-progress">Starting…</span>
  if (status === 'cancelled' && !progress) return <span className="quiet study-progress">cancelled</span>
  if (!plan || !progress || status === 'idle' || status === 'failed') return null
  const seeds = plan.seeds.length
  return (
    <span className="quiet study-progress">
      {running && <progress max={total} value={Math.min(done, total)} aria-label={label} />}
      {running &&
        `seed ${turn + 1} of ${seeds}, update ${formatCount(progress.step)} of ${formatCount(progress.steps)}${left === null ? '' : `, about ${formatDuration(left)} left`}`}
      {status === 'done' &&
        `${plan.entries.length} trained for ${formatCount(progress.steps)} updates on ${seeds === 1 ? 'one seed' : `${seeds} seeds`}`}
      {status === 'cancelled' && `cancelled; ${progress.seedsDone} of ${seeds} seeds stand in the table`}
    </span>
  )
}
