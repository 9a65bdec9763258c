import { memo } from 'react'
import { formatCount } from '../../../format.ts'
import { inkOn, priceColour } from '../../../priceRamp.ts'
import { Plot } from '../Plot.tsx'
import { bandPath, thin } from '../path.ts'
import { stackBands, stackNames } from '../stack.ts'
import './StackChart.css'

interface Props {
  label: string
  height: number
  /** Rising. */
  x: readonly number[]
  /** One row a point: shares that sum to 1, cheapest LLM first. */
  shares: readonly (readonly number[])[]
  names: readonly string[]
  unit: string
  format: (share: number) => string
  /** The band to light, or null for all. */
  lit: number | null
}

/** Columns a stack is drawn with at most: finer than that is not seen, and 64 bands of 300 points would be. */
const MOST_COLUMNS = 80
const READ_AT_MOST = 5

/** Shares over a count as bands from the cheapest (bottom) to the dearest, in the colours of their prices, named inside where they are tall. */
export const StackChart = memo(function StackChart(props: Props) {
  const { label, height, x, shares, names, unit, format, lit } = props
  const columns = thin(x.length, MOST_COLUMNS)
  const xs = columns.map(column => x[column])
  const bands = stackBands(
    columns.map(column => shares[column]),
    names.length,
  )
  const end = x.at(-1) ?? 0
  const read = (stop: number) => ({
    title: `${formatCount(x[stop])} ${unit}`,
    readings: names
      .map((name, arm) => ({ name, share: shares[stop][arm], colour: priceColour(arm, names.length) }))
      .sort((a, b) => b.share - a.share)
      .slice(0, READ_AT_MOST)
      .map(({ name, share, colour }) => ({ name, value: format(share), colour })),
  })
  return (
    <Plot
      label={label}
      height={height}
      read={read}
      labelRoom={8}
      x={[0, Math.max(1, end)]}
      y={[0, 1]}
      formatY={format}
      xEnd={end > 0 ? `${formatCount(end)} ${unit}` : unit}
      stops={x}
    >
      {place => {
        const across = xs.map(place.x)
        return (
          <>
            {bands.map(({ low, high }, arm) => (
              <path
                key={names[arm]}
                d={bandPath(across, high.map(place.y), low.map(place.y))}
                fill={priceColour(arm, names.length)}
                fillOpacity={lit === null || lit === arm ? 1 : 0.3}
              />
            ))}
            {stackNames(bands, (place.bottom - place.top) / 16).map(({ arm, column, height }) => (
              <text
                key={names[arm]}
                className="band-name"
                style={{ fill: inkOn(arm, names.length) }}
                x={Math.min(place.right - 6, across[column] - 6)}
                y={place.y(height)}
                dy="0.32em"
                textAnchor="end"
              >
                {names[arm]}
              </text>
            ))}
          </>
        )
      }}
    </Plot>
  )
})
