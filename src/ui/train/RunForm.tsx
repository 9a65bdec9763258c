import { TRAINING_TABLE } from '../../core/experiment/training.ts'
import { MAX_SEED, nextSeed } from '../../core/view/view.ts'
import { LOG_WORLD } from '../../core/world/logWorld.ts'
import { useActions, usePlayground, useTraining } from '../context.ts'
import { usePart } from '../usePart.ts'
import { NumberField } from '../widgets/NumberField.tsx'
import './RunForm.css'

/** Where a run begins, which one it is, and when it ends. */
export function RunForm() {
  const { applyView } = useActions()
  const seed = useTraining(state => state.seed)
  const steps = useTraining(state => state.settings.steps)
  const start = useTraining(state => state.start)
  // A log of one's own has no shipped policy.
  const shipped = usePlayground(state => !state.loaded?.world.id.startsWith(LOG_WORLD))
  return (
    <div className="run-form">
      <div className="field" {...usePart('start')}>
        <label htmlFor="start">Start from</label>
        <select
          id="start"
          value={start}
          onChange={event => applyView({ start: event.target.value === 'shipped' ? 'shipped' : 'scratch' })}
        >
          <option value="scratch">scratch</option>
          <option value="shipped" disabled={!shipped}>
            the shipped policy
          </option>
        </select>
      </div>
      <div className="seed" {...usePart('seed')}>
        <NumberField
          label="Seed"
          value={seed}
          whole
          min={-MAX_SEED}
          max={MAX_SEED}
          onCommit={value => applyView({ seed: value })}
        />
        <button type="button" onClick={() => applyView({ seed: nextSeed(seed) })}>
          New seed
        </button>
      </div>
      <NumberField
        part="setting-steps"
        label={TRAINING_TABLE.steps.label}
        unit={TRAINING_TABLE.steps.unit}
        value={steps}
        whole
        onCommit={value => applyView({ steps: value })}
      />
    </div>
  )
}
