import { useState } from 'react'
import { useActions, useStudy, useTraining } from '../context.ts'
import { Said } from '../Said.tsx'
import { StudyProgress } from '../study/StudyProgress.tsx'
import { usePart } from '../usePart.ts'
import { NumberField } from '../widgets/NumberField.tsx'
import { ABLATIONS, ablationPlan, DEFAULT_STUDY, MAX_STUDY_STEPS } from './ablations.ts'
import './Ablations.css'

const SEED_COUNTS = [1, 2, 3, 5, 10]

/** What if a part were missing: trained here in one click, over several seeds, into the chart and the table above. */
export function Ablations() {
  const { run, cancel } = useActions().study
  const settings = useTraining(state => state.settings)
  const firstSeed = useTraining(state => state.seed)
  const status = useStudy(state => state.compare.status)
  const messages = useStudy(state => state.compare.messages)
  const [chosen, setChosen] = useState<readonly string[]>(['as-set', 'no-entropy', 'linear-head'])
  const [seeds, setSeeds] = useState<number>(DEFAULT_STUDY.seeds)
  const [steps, setSteps] = useState<number>(DEFAULT_STUDY.steps)
  const busy = status === 'starting' || status === 'running'
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id])
  return (
    <section className="ablations" {...usePart('ablations')} aria-labelledby="ablations-title">
      <h3 id="ablations-title">Take a part away</h3>
      <fieldset>
        <legend className="quiet">
          Each is trained from scratch on the same seeds and evaluated as above.
        </legend>
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
        <StudyProgress of="compare" label="Ablations" />
      </div>
      {messages.length > 0 && (
        <p className={status === 'failed' ? 'problem' : 'quiet'} role="status">
          <Said messages={messages} />
        </p>
      )}
    </section>
  )
}
