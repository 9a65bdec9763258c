import { usePlayground } from '../context.ts'
import { usePart } from '../usePart.ts'
import { useStaleState } from '../useStaleReason.ts'
import { EncoderChoice } from './EncoderChoice.tsx'
import { LayerView } from './LayerView.tsx'
import { layersOf } from './layers.ts'
import { Output } from './Output.tsx'
import { Source } from './Source.tsx'
import './LookSection.css'

/** The numbers that flow from prompt and dial to probabilities, live, also while the policy is being trained. */
export default function LookSection() {
  const routing = usePlayground(state => state.routing)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const part = usePart('policy')
  const stale = useStaleState()
  if (!routing || !llms) return null
  const { activations, embedding } = routing
  return (
    <div className="look">
      <p className="lead">
        One small network takes the prompt and the dial in, and gives every LLM a probability. Only the dial’s
        share changes as you drag: one network holds every trade-off, so nothing is retrained. <Source />
      </p>
      <ol className="layers" {...part} {...stale}>
        {layersOf(embedding, activations).map(({ name, symbol, text, values }) => (
          <LayerView key={name} symbol={symbol} text={text} values={values} />
        ))}
        <Output llms={llms} logits={activations.logits} probabilities={activations.probabilities} />
      </ol>
      <EncoderChoice />
    </div>
  )
}
