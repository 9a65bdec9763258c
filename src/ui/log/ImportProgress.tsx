import type { LogStatus } from '../../core/session/logImportState.ts'
import { useActions, useLog } from '../context.ts'
import { formatBytes, formatCount, formatDuration } from '../format.ts'
import { Said } from '../Said.tsx'
import { goToSection } from '../sections/goToSection.ts'
import { Findings } from './Findings.tsx'
import './ImportProgress.css'

/** What the import is doing, or what came of it. */
export function ImportProgress() {
  const status = useLog(state => state.status)
  switch (status.kind) {
    case 'idle':
    case 'preview':
      return null
    case 'reading':
      return (
        <Waiting label={`Reading ${status.name}`}>
          {status.rows > 0 && `${formatCount(status.rows)} rows so far. `}
        </Waiting>
      )
    case 'refused':
      return <Findings title="This file will not do" messages={status.problems} kind="problem" />
    case 'fetching':
      return (
        <Waiting
          label="Fetching the encoder, once for this device"
          value={status.loadedBytes}
          max={status.totalBytes}
        >
          {formatBytes(status.loadedBytes)} of {formatBytes(status.totalBytes)}.{' '}
        </Waiting>
      )
    case 'encoding':
      return (
        <Waiting label="Encoding the prompts" value={status.done} max={status.total}>
          <Pace {...status} />
        </Waiting>
      )
    case 'building':
      return <p role="status">Making the world…</p>
    case 'done':
      return <Done {...status} />
    case 'failed':
      return (
        <p className="problem" role="alert">
          <Said messages={status.why} /> Nothing was changed. Try again; what was encoded so far is not lost.
        </p>
      )
  }
}

function Waiting({
  label,
  value,
  max,
  children,
}: {
  label: string
  value?: number
  max?: number
  children: React.ReactNode
}) {
  const { cancel } = useActions().log
  return (
    <div className="waiting">
      <p role="status">{label}…</p>
      <progress
        aria-label={label}
        {...(value !== undefined && max !== undefined && max > 0 ? { value, max } : {})}
      />
      <p className="quiet">
        {children}
        <button type="button" className="small" onClick={cancel}>
          Cancel
        </button>
      </p>
    </div>
  )
}

function Pace({ done, total, secondsLeft, notes }: LogStatus & { kind: 'encoding' }) {
  if (total === 0) return 'Looking up what is encoded already. '
  return (
    <>
      {formatCount(done)} of {formatCount(total)} texts
      {secondsLeft === null ? ', starting' : `, about ${formatDuration(secondsLeft)} left`}.{' '}
      <Said messages={notes} />{' '}
    </>
  )
}

function Done({ title, notes, readings }: LogStatus & { kind: 'done' }) {
  const { close } = useActions().log
  return (
    <div className="done">
      <p role="status">
        <strong>{title}</strong> is a world now, and the page shows it. No policy has been trained on it yet:
        the routes are those of a fresh one (seed 1).{' '}
        {notes.length === 0 ? (
          'It is kept on this device.'
        ) : (
          <span className="problem">
            <Said messages={notes} />
          </span>
        )}
      </p>
      {readings.length > 0 && (
        <Findings title="What the encoder makes of it" messages={readings} kind="note" />
      )}
      <p>
        <button type="button" className="primary" onClick={() => goToSection('run')}>
          Train it
        </button>{' '}
        <button type="button" onClick={close}>
          Bring another log
        </button>
      </p>
    </div>
  )
}
