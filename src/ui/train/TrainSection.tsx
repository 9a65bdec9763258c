import { Batch } from './batch/Batch.tsx'
import { Controls } from './Controls.tsx'
import { Charts } from './charts/Charts.tsx'
import { RunState } from './RunState.tsx'
import { Race } from './race/Race.tsx'
import { Settings } from './settings/Settings.tsx'
import './TrainSection.css'

/** Train a policy here and watch it learn. */
export default function TrainSection() {
  return (
    <div className="training">
      <p className="lead">
        Each round meets a prompt and a preference, pulls one LLM, and sees that LLM’s score and cost alone.
        Pulls that pay more than expected become likelier. Stations, dial and spectrum follow as it learns.
      </p>
      <Controls />
      <Settings />
      <RunState />
      <Charts />
      <Batch />
      <Race />
    </div>
  )
}
