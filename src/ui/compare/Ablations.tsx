import { useState } from 'react'
import type { StudySlot } from '../../store/study.ts'
import { useActions, useStudy, useTraining } from '../context.ts'
import { formatCount } from '../format.ts'
import { NumberField } from '../widgets/NumberField.tsx'
import { ABLATIONS, ablationPlan, DEFAULT_STUDY, MAX_STUDY_STEPS } from './ablations.ts'
import { useTimeLeft } from './useTimeLeft.ts'

const SEED_COUNTS = [1, 2, 3, 5, 10]

/** What if a part were missing: trained here in one click, over several seeds, into the chart and the table above. */
export function Ablations() {
  const { run, cancel } = useActions().study
  const settings = useTraining(state => state.settings)
  const firstSeed = useTraining(state => state.seed)
  const slot = useStudy(state => state.compare)
  const [chosen, setChosen] = useState<readonly string[]>(['as-set', 'no-entropy', 'linear-head'])
  const [seeds, setSeeds] = useState<number>(DEFAULT_STUDY.seeds)
  const [steps, setSteps] = useState<number>(DEFAULT_STUDY.steps)
  const busy = slot.status === 'starting' || slot.status === 'running'
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id])
  return (
    <section className="ablations" aria-labelledby="ablations-title">
      <h3 id="ablations-title">Take a part away</h3>
      <fieldset>
        <legend className="quiet">Each is trained from scratch on the same seeds and judged as above.</legend>
        {ABLATIONS.map(({ id, label, question }) => (
          <label key={id} className="check" title={question}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {label}
            <span className="visually-hidden">: {question}</span>
          </label>
        ))}
      </fieldset>
      <div className="ablations-form">
        <span className="field">
          <label htmlFor="ablation-seeds">Seeds</label>
          <select id="ablation-seeds" value={seeds} onChange={event => setSeeds(Number(event.target.value))}>
            {SEED_COUNTS.map(count => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </span>
        <NumberField
          label="Updates each"
          value={steps}
          whole
          onCommit={value => setSteps(Math.min(MAX_STUDY_STEPS, Math.max(1, value)))}
        />
        <button
          type="button"
          aria-disabled={chosen.length === 0 && !busy}
          onClick={() => {
            if (busy) cancel('compare')
            else if (chosen.length > 0)
              run('compare', ablationPlan(chosen, settings, { seeds, steps, firstSeed }))
          }}
        >
          {busy ? 'Cancel' : 'Train and compare'}
        </button>
        <Progress slot={slot} />
      </div>
      {slot.message && (
        <p className={slot.status === 'failed' ? 'problem' : 'quiet'} role="status">
          {slot.message}
        </p>
      )}
    </section>
  )
}

function Progress({ slot }: { slot: StudySlot }) {
  const { progress, plan, status } = slot
  const turn = plan && progress ? Math.max(0, plan.seeds.indexOf(progress.seed)) : 0
  const total = plan && progress ? plan.seeds.length * progress.steps : 0
  const done = progress ? turn * progress.steps + progress.step : 0
  const running = status === 'running' && total > 0
  const left = useTimeLeft(running ? Math.min(1, done / total) : null)
  if (status === 'starting') return <span className="quiet">Starting…</span>
  if (status === 'cancelled' && !progress) return <span className="quiet">cancelled</span>
  if (!plan || !progress || status === 'idle' || status === 'failed') return null
  return (
    <span className="quiet ablations-progress">
      {running && <progress max={total} value={Math.min(done, total)} aria-label="Ablations" />}
      {running &&
        `seed ${turn + 1} of ${plan.seeds.length}, update ${formatCount(progress.step)} of ${formatCount(progress.steps)}${left === null ? '' : `, ${formatDuration(left)} left`}`}
      {status === 'done' &&
        `${plan.entries.length} trained for ${formatCount(progress.steps)} updates on ${plan.seeds.length === 1 ? 'one seed' : `${plan.seeds.length} seeds`}`}
      {status === 'cancelled' &&
        `cancelled; ${progress.seedsDone} of ${plan.seeds.length} seeds stand in the table`}
    </span>
  )
}

function formatDuration(seconds: number): string {
  return seconds < 90
    ? `about ${Math.max(1, Math.round(seconds))} s`
    : `about ${Math.round(seconds / 60)} min`
}
