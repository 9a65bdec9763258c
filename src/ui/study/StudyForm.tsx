import { type ReactNode, useId, useState } from 'react'
import type { StudySlotName } from '../../core/session/study/state.ts'
import { useActions, useStudy } from '../context.ts'
import { NumberField } from '../widgets/NumberField.tsx'
import { StudyProgress } from './StudyProgress.tsx'
import './StudyForm.css'

const MAX_STUDY_STEPS = 100_000

interface Props {
  of: StudySlotName
  /** Names the progress bar. */
  label: string
  seedCounts: readonly number[]
  first: { readonly seeds: number; readonly steps: number }
  /** Whether anything is chosen to be trained. */
  ready: boolean
  runLabel: string
  cancelLabel: string
  onRun: (seeds: number, steps: number) => void
  /** What is to be chosen before. */
  children?: ReactNode
}

/** Over how many seeds and updates a study runs, its button, and how far it is. */
export function StudyForm(props: Props) {
  const { of, label, seedCounts, first, ready, runLabel, cancelLabel, onRun, children } = props
  const { cancel } = useActions().study
  const busy = useStudy(state => state[of].status === 'starting' || state[of].status === 'running')
  const [seeds, setSeeds] = useState(first.seeds)
  const [steps, setSteps] = useState(first.steps)
  const id = useId()
  return (
    <div className="study-form">
      {children}
      <div className="field">
        <label htmlFor={id}>Seeds</label>
        <select id={id} value={seeds} onChange={event => setSeeds(Number(event.target.value))}>
          {seedCounts.map(count => (
            <option key={count}>{count}</option>
          ))}
        </select>
      </div>
      <NumberField
        label="Updates each"
        value={steps}
        whole
        onCommit={value => setSteps(Math.min(MAX_STUDY_STEPS, Math.max(1, value)))}
      />
      <button
        type="button"
        className="study-run"
        aria-disabled={!ready && !busy}
        onClick={() => {
          if (busy) cancel(of)
          else if (ready) onRun(seeds, steps)
        }}
      >
        {busy ? cancelLabel : runLabel}
      </button>
      <StudyProgress of={of} label={label} />
    </div>
  )
}
