import { type KeyboardEvent, useState } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatPercent } from '../format.ts'
import { priceColour } from '../priceRamp.ts'
import { stepTo } from '../widgets/steps.ts'
import { formatActivation } from './LayerView.tsx'
import { Readout } from './Readout.tsx'

interface Props {
  llms: readonly Llm[]
  logits: Float32Array
  probabilities: Float32Array
}

/** The last two layers, cheapest LLM first: logits as bars about zero, and below them their softmax as shares of a whole. */
export function Output({ llms, logits, probabilities }: Props) {
  const light = usePlayground(state => state.light)
  const [arm, setArm] = useState<number | null>(null)
  const read = (next: number | null) => {
    setArm(next)
    light(next)
  }
  const press = (event: KeyboardEvent) => {
    const next = stepTo(event.key, arm ?? -1, logits.length)
    if (next === null) return
    event.preventDefault()
    read(next)
  }
  const name = arm === null ? '' : `${llms[arm].name} `
  const logit = arm === null ? null : `${name}${formatActivation(logits[arm])}`
  const share = arm === null ? null : `${name}${formatPercent(probabilities[arm])}`
  const largest = logits.reduce((top, x) => Math.max(top, Math.abs(x)), 1e-9)
  return (
    <li>
      <Readout symbol="o" text="a logit for each LLM" reading={logit} />
      {/* One stop for both layers: they are two readings of one LLM. */}
      <div
        className="output"
        role="slider"
        tabIndex={0}
        aria-label="Logits and probabilities, cheapest LLM first"
        aria-valuemin={1}
        aria-valuemax={logits.length}
        aria-valuenow={(arm ?? 0) + 1}
        aria-valuetext={
          arm === null
            ? `${logits.length} LLMs: read them with the arrow keys`
            : `${name}logit ${formatActivation(logits[arm])}, probability ${share}`
        }
        onPointerLeave={() => read(null)}
        onBlur={() => read(null)}
        onKeyDown={press}
      >
        <div className="logits">
          {Array.from(logits, (logit, index) => (
            <span key={llms[index].id} className="logit" onPointerEnter={() => read(index)}>
              <i
                style={{
                  background: priceColour(index, logits.length),
                  transform: `scaleY(${logit / largest})`,
                }}
              />
            </span>
          ))}
        </div>
        <Readout symbol="π" text="softmax: probabilities" reading={share} />
        <div className="probabilities">
          {Array.from(probabilities, (probability, index) => (
            <span key={llms[index].id} className="probability" onPointerEnter={() => read(index)}>
              <i
                style={{
                  background: priceColour(index, logits.length),
                  transform: `scaleY(${probability})`,
                }}
              />
            </span>
          ))}
        </div>
      </div>
    </li>
  )
}
