import { memo } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { inkOn, priceColour } from '../priceRamp.ts'
import { bandPath } from '../widgets/chart/path.ts'
import { stackBands } from '../widgets/chart/stack.ts'

interface Props {
  rows: readonly Float32Array[]
  llms: readonly Llm[]
  /** The LLM to light, or null for all. */
  lit: number | null
}

/** Width and height of the drawing's own units; it is stretched to its box. */
const SIZE = 1000

/**
 * The stacked areas with their direct labels. Redrawn for a new prompt, policy or lit LLM, never by the dial. While a policy
 * trains that is several times a second, so the areas are bare paths: a chart library took 25 ms and more for each redraw.
 */
export const SpectrumChart = memo(function SpectrumChart({ rows, llms, lit }: Props) {
  const across = rows.map((_, step) => (SIZE * step) / (rows.length - 1))
  const down = (height: number) => SIZE * (1 - height)
  const bands = stackBands(rows, llms.length)
  return (
    <>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
        {bands.map(({ low, high }, arm) => (
          <path
            key={llms[arm].id}
            className="spectrum-area"
            d={bandPath(across, high.map(down), low.map(down))}
            fill={priceColour(arm, llms.length)}
            fillOpacity={lit === null || lit === arm ? 1 : 0.35}
          />
        ))}
      </svg>
      {labels(rows).map(({ arm, x, y }) => (
        <span
          key={arm}
          className="area-label"
          style={{
            left: `${x * 100}%`,
            bottom: `${y * 100}%`,
            color: inkOn(arm, llms.length),
            transform: `translate(${x < 0.12 ? '0' : x > 0.88 ? '-100%' : '-50%'}, 50%)`,
          }}
        >
          {llms[arm].name}
        </span>
      ))}
    </>
  )
})

interface Label {
  readonly arm: number
  readonly share: number
  /** Place of the label's middle, as shares of the plot's width and height. */
  readonly x: number
  readonly y: number
}

/** Labels for the LLMs that are wide and tall enough somewhere, in the middle of where they are tallest; the taller wins a place. */
function labels(rows: readonly Float32Array[]): Label[] {
  const candidates = Array.from(rows[0], (_, arm) => labelOf(rows, arm)).filter(label => label !== null)
  const placed: Label[] = []
  for (const label of candidates.sort((a, b) => b.share - a.share)) {
    const free = placed.every(
      other => Math.abs(other.x - label.x) > 0.3 || Math.abs(other.y - label.y) > 0.14,
    )
    if (free) placed.push(label)
  }
  return placed
}

function labelOf(rows: readonly Float32Array[], arm: number): Label | null {
  const share = Math.max(...rows.map(row => row[arm]))
  const broad = rows.filter(row => row[arm] > 0.12).length / rows.length
  if (share < 0.2 || broad < 0.1) return null
  const tall = Array.from(rows.keys()).filter(step => rows[step][arm] > 0.9 * share)
  const step = tall[Math.floor(tall.length / 2)]
  const below = rows[step].slice(0, arm).reduce((sum, p) => sum + p, 0)
  return { arm, share, x: step / (rows.length - 1), y: below + rows[step][arm] / 2 }
}
