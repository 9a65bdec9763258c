import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatActivation, formatPercent } from '../format.ts'
import { priceColour } from '../priceRamp.ts'
import { stepTo } from '../widgets/steps.ts'
import { LayerCaption } from './LayerCaption.tsx'
import './Output.css'

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
  const point = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const at = Math.floor((logits.length * (clientX - left)) / width)
    const next = Math.min(logits.length - 1, Math.max(0, at))
    if (next !== arm) read(next)
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
      <LayerCaption symbol="o" text="A score for each LLM (logit)" reading={logit} />
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
        onPointerMove={point}
        onPointerLeave={() => read(null)}
        onBlur={() => read(null)}
        onKeyDown={press}
      >
        <Columns className="logits" columns={Array.from(logits, logit => logit / largest)} low={-1} />
        <LayerCaption symbol="π" text="Their probabilities (softmax)" reading={share} />
        <Columns className="probabilities" columns={Array.from(probabilities)} low={0} />
      </div>
    </li>
  )
}

/**
 * One column an LLM, from 0 to its value in [low, 1]. Rectangles of one drawing: elements with a transform each would cost
 * the dial a layer each.
 */
function Columns({
  className,
  columns,
  low,
}: {
  className: string
  columns: readonly number[]
  low: number
}) {
  return (
    <svg
      className={className}
      viewBox={`0 ${-1} ${columns.length} ${1 - low}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {columns.map((value, arm) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its index
          key={arm}
          x={arm + 0.06}
          width={0.88}
          y={Math.min(0, -value)}
          height={Math.abs(value)}
          fill={priceColour(arm, columns.length)}
        />
      ))}
    </svg>
  )
}
