import { useState } from 'react'
import { useActions, useStudy, useTraining } from '../context.ts'
import { Said } from '../Said.tsx'
import { StudyForm } from '../study/StudyForm.tsx'
import { usePart } from '../usePart.ts'
import { ABLATIONS, ablationPlan, DEFAULT_STUDY } from './ablations.ts'
import './Ablations.css'

const SEED_COUNTS = [1, 2, 3, 5, 10]

/** What if a part were missing: trained here in one click, over several seeds, into the chart and the table above. */
export function Ablations() {
  const { run } = useActions().study
  const settings = useTraining(state => state.settings)
  const firstSeed = useTraining(state => state.seed)
  const status = useStudy(state => state.compare.status)
  const messages = useStudy(state => state.compare.messages)
  const [chosen, setChosen] = useState<readonly string[]>(['as-set', 'no-entropy', 'linear-head'])
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
      <StudyForm
        of="compare"
        label="Ablations"
        seedCounts={SEED_COUNTS}
        first={DEFAULT_STUDY}
        ready={chosen.length > 0}
        runLabel="Train and compare"
        cancelLabel="Cancel"
        onRun={(seeds, steps) => run('compare', ablationPlan(chosen, settings, { seeds, steps, firstSeed }))}
      />
      {messages.length > 0 && (
        <p className={status === 'failed' ? 'problem' : 'quiet'} role="status">
          <Said messages={messages} />
        </p>
      )}
    </section>
  )
}
