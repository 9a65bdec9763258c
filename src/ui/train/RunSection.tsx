import { Backend } from './Backend.tsx'
import { Charts } from './charts/Charts.tsx'
import { RunForm } from './RunForm.tsx'
import { Settings } from './settings/Settings.tsx'
import './RunSection.css'

/** All that a run is set by, and every curve of it. */
export default function RunSection() {
  return (
    <div className="training">
      <p className="lead">
        Play, on the stage, trains with these settings. Same seed and settings, same curve. Change one, play
        again, and pin the curve of before under the new one.
      </p>
      <RunForm />
      <Settings />
      <Backend />
      <Charts />
    </div>
  )
}
