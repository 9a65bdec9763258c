import { BACKEND_PREFERENCES, type BackendPreference } from '../../core/experiment/backend.ts'
import { useActions, useTraining } from '../context.ts'
import { formatCount, formatFigure } from '../format.ts'
import { Said } from '../Said.tsx'
import { usePart } from '../usePart.ts'
import { Disclosure } from '../widgets/chart/Disclosure.tsx'
import './Backend.css'

const NAMES: Readonly<Record<BackendPreference, string>> = {
  auto: 'the fastest',
  webgpu: 'WebGPU',
  wasm: 'WASM',
  cpu: 'CPU',
}

/** The backend in use, another to choose, on demand why it was taken, and whether it goes on unseen. */
export function Backend() {
  const { applyView } = useActions()
  const preference = useTraining(state => state.backendPreference)
  const hidden = useTraining(state => state.trainWhileHidden)
  return (
    <div className="backend" {...usePart('backend')}>
      <label>
        runs on{' '}
        <select
          value={preference}
          onChange={event => {
            const chosen = BACKEND_PREFERENCES.find(option => option === event.target.value)
            if (chosen) applyView({ backendPreference: chosen })
          }}
        >
          {BACKEND_PREFERENCES.map(option => (
            <option key={option} value={option}>
              {NAMES[option]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={hidden}
          onChange={event => applyView({ trainWhileHidden: event.target.checked })}
        />
        keep training when this tab is hidden
      </label>
      <Badge />
    </div>
  )
}

function Badge() {
  const backend = useTraining(state => state.backend)
  if (!backend) return <p className="quiet badge">The device is tried out at the first Play.</p>
  const { why, gradientError, measured } = backend
  const speeds = measured.map(
    ({ backend, stepsPerSecond }) => `${NAMES[backend]} ${formatCount(stepsPerSecond)}`,
  )
  return (
    <div className="badge">
      <b data-testid="training-backend">{NAMES[backend.backend]}</b>
      <span className="quiet">gradient off by at most {formatFigure(gradientError, 2)}</span>
      <Disclosure label="why">
        <p className="quiet">
          <Said messages={why} /> The gradient is tested against the reference before the first update. Same
          seed and settings give the same curve on the same backend, and on another one within .001 over the
          first 20 updates; rounding then adds up.
        </p>
        {speeds.length > 0 && <p className="quiet">Updates a second, measured here: {speeds.join(', ')}.</p>}
      </Disclosure>
    </div>
  )
}
