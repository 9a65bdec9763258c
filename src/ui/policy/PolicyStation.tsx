import { usePlayground } from '../context.ts'
import { priceColour } from '../priceRamp.ts'
import { ActivationGrid } from '../widgets/ActivationGrid.tsx'
import { Station } from '../widgets/Station.tsx'

/** Station 2: the numbers that flow from prompt and dial to probabilities, live. */
export function PolicyStation() {
  const routing = usePlayground(state => state.routing)
  if (!routing) return null
  const { activations, embedding } = routing
  return (
    <Station place={2} name="policy" title="Policy" symbol="π(a | x, w)">
      <ol className="layers">
        <li>
          <Caption symbol="h" text="the prompt, as 384 numbers from a frozen encoder" />
          <ActivationGrid values={embedding} columns={48} label="Prompt embedding, 384 numbers" />
        </li>
        <li>
          <Caption symbol="u = φ(w)" text="the dial, as 32 numbers" />
          <ActivationGrid
            values={activations.preference}
            columns={32}
            label="Encoded preference, 32 numbers"
          />
        </li>
        <li>
          <Caption symbol="z" text="256 hidden units see both" />
          <ActivationGrid values={activations.hidden} columns={64} label="Hidden layer, 256 numbers" />
        </li>
        <li>
          <Caption symbol="o" text="one logit for each LLM; softmax makes them π" />
          <Logits logits={activations.logits} />
        </li>
      </ol>
      <p className="aside">
        Only the dial’s share changes as you drag: one network holds every trade-off, so nothing is retrained.
      </p>
    </Station>
  )
}

function Caption({ symbol, text }: { symbol: string; text: string }) {
  return (
    <p className="caption">
      <span className="symbol">{symbol}</span> {text}
    </p>
  )
}

/** Logits as bars about zero, cheapest LLM first. */
function Logits({ logits }: { logits: Float32Array }) {
  const largest = logits.reduce((top, x) => Math.max(top, Math.abs(x)), 1e-9)
  return (
    <div className="logits" role="img" aria-label="Logits, cheapest LLM first">
      {Array.from(logits, (logit, arm) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its index
          key={arm}
          style={{ background: priceColour(arm, logits.length), transform: `scaleY(${logit / largest})` }}
        />
      ))}
    </div>
  )
}
