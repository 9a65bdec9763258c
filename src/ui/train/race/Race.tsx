import { useState } from 'react'
import { LONG_RUN_STEPS } from '../../../core/experiment/longRun.ts'
import type { LearnerName } from '../../../core/routers/learners.ts'
import { useActions, useStudy, useTraining } from '../../context.ts'
import { Said } from '../../Said.tsx'
import { StudyForm } from '../../study/StudyForm.tsx'
import { usePart } from '../../usePart.ts'
import { RaceChart } from './RaceChart.tsx'
import { isReference, RACERS, racePlan } from './race.ts'
import { Standings, Verdict } from './Standings.tsx'
import './Race.css'

const SEED_COUNTS = [1, 2, 3, 4, 5]
const FIRST = { seeds: 2, steps: LONG_RUN_STEPS }

/** Several learners on the same stream of prompts and preferences, one chart, one table. */
export default function Race() {
  const { run } = useActions().study
  const settings = useTraining(state => state.settings)
  const seed = useTraining(state => state.seed)
  const status = useStudy(state => state.race.status)
  const messages = useStudy(state => state.race.messages)
  const [chosen, setChosen] = useState<readonly LearnerName[]>(RACERS.map(({ id }) => id))
  const toggle = (id: LearnerName) =>
    setChosen(chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id])
  return (
    <>
      <p className="lead">
        The same rounds, other learners. LinUCB, Thompson sampling and ε-greedy keep one ridge regression an
        LLM on a projected embedding, for score and cost apart, and weigh the two by w. The MLP is told every
        LLM’s outcome: an upper reference, not a rival. A ridge regression learns from few rounds, a network
        from many: a short race favours the first.
      </p>
      <StudyForm
        of="race"
        label="Race"
        seedCounts={SEED_COUNTS}
        first={FIRST}
        ready={chosen.length > 0}
        runLabel="Run race"
        cancelLabel="Cancel race"
        onRun={(seeds, steps) => run('race', racePlan(chosen, settings, steps, seed, seeds))}
      >
        <fieldset className="racers" {...usePart('racers')}>
          <legend>Learners</legend>
          {RACERS.map(({ id, label }) => (
            <label key={id} className="check">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              {label}
              {isReference(id) && <span className="visually-hidden"> (reference)</span>}
            </label>
          ))}
        </fieldset>
      </StudyForm>
      <p className={status === 'failed' ? 'problem' : 'quiet'} role="status">
        <Said messages={messages} />
      </p>
      <Verdict />
      <div className="race-result">
        <RaceChart />
        <Standings />
      </div>
    </>
  )
}
