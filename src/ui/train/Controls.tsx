import { SPEEDS, type Speed } from '../../core/experiment/pace.ts'
import { TRAINING_TABLE } from '../../core/experiment/training.ts'
import { MAX_SEED, nextSeed } from '../../core/view/view.ts'
import { LOG_WORLD } from '../../core/world/logWorld.ts'
import { useActions, usePlayground, useTraining } from '../context.ts'
import { usePart } from '../usePart.ts'
import { NumberField } from '../widgets/NumberField.tsx'
import './Controls.css'

const SPEED_NAMES: Readonly<Record<Speed, string>> = { slow: 'Slow motion', normal: 'Normal', fast: 'Fast' }

/** What starts, stops and repeats a run. */
export function Controls() {
  const { applyView, training: actions } = useActions()
  const seed = useTraining(state => state.seed)
  const steps = useTraining(state => state.settings.steps)
  const start = useTraining(state => state.start)
  // A log of one's own has no shipped policy.
  const shipped = usePlayground(state => !state.loaded?.world.id.startsWith(LOG_WORLD))
  return (
    <div className="controls">
      <div className="transport">
        <PlayButton />
        <button type="button" onClick={actions.step} {...usePart('step')}>
          Step
        </button>
        <button type="button" onClick={actions.reset} {...usePart('reset')}>
          Reset
        </button>
      </div>
      <SpeedPicker />
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

/** One button for play and pause, of one width. A finished run starts over. */
function PlayButton() {
  const { play, pause } = useActions().training
  const status = useTraining(state => state.status)
  const part = usePart('play')
  switch (status) {
    case 'running':
      return (
        <button type="button" className="primary" onClick={pause} {...part}>
          Pause
        </button>
      )
    case 'starting':
      return (
        <button type="button" className="primary" aria-disabled="true" {...part}>
          Starting…
        </button>
      )
    case 'idle':
    case 'paused':
    case 'finished':
    case 'failed':
      return (
        <button type="button" className="primary" onClick={play} {...part}>
          {status === 'finished' ? 'Play again' : 'Play'}
        </button>
      )
  }
}

function SpeedPicker() {
  const { applyView } = useActions()
  const speed = useTraining(state => state.speed)
  return (
    <fieldset className="speeds" {...usePart('speed')}>
      <legend>Speed</legend>
      {SPEEDS.map(option => (
        <label key={option}>
          <input
            type="radio"
            name="speed"
            checked={option === speed}
            onChange={() => applyView({ speed: option })}
          />
          <span>{SPEED_NAMES[option]}</span>
        </label>
      ))}
    </fieldset>
  )
}
