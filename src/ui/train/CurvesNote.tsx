import { useActions, useRecorded } from '../context.ts'
import { Said } from '../Said.tsx'
import type { Curves } from './useCurves.ts'
import './CurvesNote.css'

/** Whose curves these are, or why there are none. It always has its line, so that nothing below it moves when a run begins. */
export function CurvesNote({ curves }: { readonly curves: Curves }) {
  const { retryRecordedRun } = useActions()
  const trouble = useRecorded(state => state.trouble)
  if (curves.label !== null) return <p className="curves-note quiet">{curves.label}</p>
  switch (curves.nothing) {
    case null:
      return <p className="curves-note quiet">Your own run.</p>
    case 'coming':
      return <p className="curves-note quiet">Fetching the run that made the shipped policy…</p>
    case 'not-trained':
      return (
        <p className="curves-note quiet">Nothing has been trained on this log yet. Press Play to begin.</p>
      )
    case 'failed':
      return (
        <p className="curves-note problem" role="status">
          The recorded run could not be fetched: {trouble && <Said messages={trouble} />}{' '}
          <button type="button" onClick={retryRecordedRun}>
            Try again
          </button>
        </p>
      )
  }
}
