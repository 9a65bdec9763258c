import { memo } from 'react'
import { formatCount } from '../../../format.ts'
import { drawnValues, endNames, extentOf, type Level, type Line, valueAt } from '../lines.ts'
import { Plot } from '../Plot.tsx'
import { spreadLabels } from '../path.ts'
import { niceDomain, type Range } from '../scale.ts'
import { DrawnLine, toneClass } from './DrawnLine.tsx'
import './LineChart.css'

interface Props {
  label: string
  height: number
  /** Drawn as far as the first one goes. */
  lines: readonly Line[]
  levels?: readonly Level[]
  /** Width kept right of the plot for names; 0 leaves lines unnamed and writes levels into the plot. */
  labelRoom?: number
  /** Both ends of y; without it, round ends around all that is drawn. */
  domain?: Range
  /** Values y must reach in any case. */
  include?: readonly number[]
  /** What x counts, in the plural. */
  unit: string
  format: (value: number) => string
}

const NONE: readonly Level[] = []
const GAP = 14

/**
 * Lines over a count, with levels to compare them with, each named where it ends. Seven charts of them are
 * drawn ten times a second, so they are bare paths: see Frame.
 */
export const LineChart = memo(function LineChart(props: Props) {
  const { label, height, lines, levels = NONE, labelRoom = 0, include, unit, format } = props
  const { stops, end } = extentOf(lines)
  const y = props.domain ?? niceDomain(drawnValues(lines, end), [...(include ?? []), ...levels.map(l => l.y)])
  const read = (stop: number) => ({
    title: `${formatCount(stops[stop])} ${unit}`,
    readings: lines
      .map(line => ({ ...line, value: valueAt(line, stops[stop]) }))
      .flatMap(({ name, value, tone }) =>
        value === null
          ? []
          : [{ name, value: format(value), ...(typeof tone === 'object' ? { colour: tone.colour } : {}) }],
      ),
  })
  return (
    <Plot
      label={label}
      height={height}
      labelRoom={labelRoom}
      y={y}
      stops={stops}
      read={read}
      formatY={format}
      x={[0, Math.max(1, end)]}
      xEnd={end > 0 ? `${formatCount(end)} ${end === 1 ? unit.replace(/s$/, '') : unit}` : unit}
    >
      {(place, stop) => {
        const names = labelRoom > 0 ? endNames(lines, levels, end) : []
        const places = spreadLabels(
          names.map(({ y }) => place.y(y)),
          GAP,
          place.top,
          place.bottom,
        )
        return (
          <>
            {levels.map(({ name, y }) => (
              <g key={name}>
                <line className="level" x1={place.left} x2={place.right} y1={place.y(y)} y2={place.y(y)} />
                {labelRoom === 0 && (
                  <text className="tick" x={place.right} y={place.y(y) + 13} textAnchor="end">
                    {name}
                  </text>
                )}
              </g>
            ))}
            {lines.map(line => (
              <DrawnLine key={line.name} line={line} x={place.x} y={place.y} end={end} />
            ))}
            {names.map(({ name, tone }, i) => (
              <text
                key={name}
                className={`line-name ${toneClass(tone)}`}
                x={place.right + 8}
                y={places[i]}
                dy="0.32em"
              >
                {name}
              </text>
            ))}
            {stop !== null &&
              lines.map(line => {
                const { name, tone } = line
                const value = valueAt(line, stops[stop])
                return (
                  value !== null && (
                    <circle
                      key={name}
                      className={`dot ${toneClass(tone)}`}
                      {...(typeof tone === 'object' ? { fill: tone.colour } : {})}
                      cx={place.x(stops[stop])}
                      cy={place.y(value)}
                      r={3}
                    />
                  )
                )
              })}
          </>
        )
      }}
    </Plot>
  )
})
