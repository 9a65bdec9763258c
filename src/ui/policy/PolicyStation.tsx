import { usePlayground } from '../context.ts'
import { formatCount } from '../format.ts'
import { usePart } from '../usePart.ts'
import { useStaleState } from '../useStaleReason.ts'
import { Station } from '../widgets/Station.tsx'
import { LayerView } from './LayerView.tsx'
import { layersOf } from './layers.ts'
import { Output } from './Output.tsx'
import './PolicyStation.css'

/** The numbers that flow from prompt and dial to probabilities, live, also while the policy is being trained. */
export function PolicyStation({ place }: { place: number }) {
  const routing = usePlayground(state => state.routing)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const part = usePart('policy')
  const stale = useStaleState()
  if (!routing || !llms) return null
  const { activations, embedding } = routing
  return (
    <Station place={place} name="policy" title="Policy" symbol="π(a | x, w)">
      <ol className="layers" {...part} {...stale}>
        {layersOf(embedding, activations).map(({ name, symbol, text, values }) => (
          <LayerView key={name} symbol={symbol} text={text} values={values} />
        ))}
        <Output llms={llms} logits={activations.logits} probabilities={activations.probabilities} />
      </ol>
      <p className="aside">
        Only the dial’s share changes as you drag: one network holds every trade-off, so nothing is retrained.{' '}
        <Source />
      </p>
    </Station>
  )
}

/** Where these parameters come from. */
function Source() {
  const source = usePlayground(state => state.loaded?.source)
  switch (source?.kind) {
    case 'run':
      return <b>Your run at update {formatCount(source.step)}.</b>
    case 'file':
      return <b>From {source.name}.</b>
    case 'untrained':
      return <b>Untrained: train it below.</b>
    case 'shipped':
    case undefined:
      return <b>As shipped.</b>
  }
}
