import type { ReactNode } from 'react'
import { SPEEDS, type Speed } from '../../core/experiment/pace.ts'
import { useActions, useTraining } from '../context.ts'
import { SectionLink } from '../sections/SectionLink.tsx'
import { usePart } from '../usePart.ts'
import './Transport.css'

const SPEED_NAMES: Readonly<Record<Speed, ReactNode>> = {
  slow: (
    <>
      Slow<span className="wide"> motion</span>
    </>
  ),
  normal: 'Normal',
  fast: 'Fast',
}

/** What starts and stops training, right under the spectrum that it changes. */
export function Transport() {
  const { training } = useActions()
  return (
    <div className="transport">
      <PlayButton />
      <button type="button" onClick={training.step} {...usePart('step')}>
        Step
      </button>
      <button type="button" onClick={training.reset} {...usePart('reset')}>
        Reset
      </button>
      <SpeedPicker />
      <span className="transport-more">
        <SectionLink to="run">Settings, seed, backend</SectionLink>
      </span>
    </div>
  )
}

/** One button for play and pause, of one width, with the run's progress in it. A finished run starts over. */
function PlayButton() {
  const { play, pause } = useActions().training
  const status = useTraining(state => state.status)
  const done = useTraining(state => (state.report?.step ?? 0) / state.settings.steps)
  const part = usePart('play')
  const progress = <span className="play-progress" style={{ width: `${100 * Math.min(1, done)}%` }} />
  switch (status) {
    case 'running':
      return (
        <button type="button" className="primary play" onClick={pause} {...part}>
          Pause {progress}
        </button>
      )
    case 'starting':
      return (
        <button type="button" className="primary play" aria-disabled="true" {...part}>
          Starting…
        </button>
      )
    case 'idle':
    case 'paused':
    case 'finished':
    case 'failed':
      return (
        <button type="button" className="primary play" onClick={play} {...part}>
          {status === 'finished' ? 'Play again' : 'Play'} {progress}
        </button>
      )
  }
}

function SpeedPicker() {
  const { applyView } = useActions()
  const speed = useTraining(state => state.speed)
  return (
    <fieldset className="speeds" {...usePart('speed')}>
      <legend className="visually-hidden">Speed</legend>
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
