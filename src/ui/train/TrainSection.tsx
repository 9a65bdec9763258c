import { Batch } from './batch/Batch.tsx'
import { Controls } from './Controls.tsx'
import { Charts } from './charts/Charts.tsx'
import { RunState } from './RunState.tsx'
import { Race } from './race/Race.tsx'
import { Settings } from './settings/Settings.tsx'

/** Section 4: train a policy here and watch it learn. */
export default function TrainSection() {
  return (
    <section className="train" aria-labelledby="train-title">
      <h2 id="train-title">
        <span className="step">4</span> Train <span className="symbol">θ ← θ + η ∇ (r − b) log π</span>
      </h2>
      <p className="lead">
        Each round meets a prompt and a preference, pulls one LLM, and sees that LLM’s score and cost alone.
        Pulls that pay more than expected become likelier. Stations, dial and spectrum above follow as it
        learns.
      </p>
      <Controls />
      <Settings />
      <RunState />
      <Charts />
      <Batch />
      <Race />
    </section>
  )
}
