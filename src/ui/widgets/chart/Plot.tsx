import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { stepTo } from '../steps.ts'
import { linearScale, nearestIndex, niceTicks, type Range } from './scale.ts'
import { useWidth } from './useWidth.ts'
import './Frame.css'

/** Where a plot's numbers lie on the screen, px. */
export interface Place {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Reading {
  readonly name: string
  readonly value: string
  readonly colour?: string
}

interface Props {
  /** Name of the drawing for those who do not see it. */
  label: string
  /** Of the whole drawing, px. */
  height: number
  /** Room for labels right of the plot, px. */
  labelRoom: number
  x: Range
  y: Range
  formatY: (value: number) => string
  /** Said at the right end of the x axis. */
  xEnd: string
  /** The x of every drawn point, rising: where the cursor can stand. */
  stops: readonly number[]
  /** What the chart reads at a stop, by its number. */
  read: (stop: number) => { readonly title: string; readonly readings: readonly Reading[] }
  children: (place: Place, stop: number | null) => ReactNode
}

const MARGIN = { top: 10, bottom: 20 }
/** Width of a figure of the tick labels, px. */
const FIGURE_PX = 6.9
/**
 * Axes, cursor and readout of a chart; what is drawn in it comes as a function of the place. The cursor follows the pointer,
 * or the arrow keys, as a slider that reads values. Plain SVG: see LineChart for why.
 */
export function Plot({ label, height, labelRoom, x, y, formatY, xEnd, stops, read, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 360)
  const [cursor, setCursor] = useState<number | null>(null)
  const { top } = MARGIN
  const ticks = (stops.length > 0 ? niceTicks(y, 3) : [y[0]]).map(tick => ({ tick, name: formatY(tick) }))
  const left = Math.ceil(FIGURE_PX * Math.max(4, ...ticks.map(({ name }) => name.length))) + 6
  const right = Math.max(left + 40, width - labelRoom)
  const bottom = height - MARGIN.bottom
  const place = {
    x: linearScale(x, [left, right]),
    y: linearScale(y, [bottom, top]),
    left,
    right,
    top,
    bottom,
  }
  const stop = cursor === null || stops.length === 0 ? null : nearestIndex(stops, cursor)
  const reading = stop === null ? null : read(stop)

  const point = (event: PointerEvent<HTMLElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    setCursor(linearScale([left, right], x)(at))
  }
  const press = (event: KeyboardEvent) => {
    const next = stepTo(event.key, stop ?? stops.length - 1, stops.length)
    if (next === null) return
    event.preventDefault()
    setCursor(stops[next])
  }
  return (
    <div
      ref={box}
      className="plot"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={`${label}: read values with the arrow keys`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, stops.length - 1)}
      aria-valuenow={stop ?? Math.max(0, stops.length - 1)}
      aria-valuetext={reading ? sentence(reading) : 'No value is read.'}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => setCursor(null)}
      onFocus={event => event.currentTarget.matches(':focus-visible') && setCursor(stops.at(-1) ?? null)}
      onBlur={() => setCursor(null)}
      onKeyDown={press}
    >
      <svg width={width} height={height} aria-hidden="true">
        {ticks.map(({ tick, name }) => (
          <g key={tick}>
            <line className="grid-line" x1={left} x2={right} y1={place.y(tick)} y2={place.y(tick)} />
            <text className="tick" x={left - 6} y={place.y(tick)} dy="0.32em" textAnchor="end">
              {name}
            </text>
          </g>
        ))}
        <text className="tick" x={left} y={height - 4}>
          0
        </text>
        <text className="tick" x={right} y={height - 4} textAnchor="end">
          {xEnd}
        </text>
        {children(place, stop)}
        {stop !== null && (
          <line
            className="cursor-line"
            x1={place.x(stops[stop])}
            x2={place.x(stops[stop])}
            y1={top}
            y2={bottom}
          />
        )}
      </svg>
      {reading && stop !== null && (
        <div
          className="readout"
          aria-hidden="true"
          style={
            place.x(stops[stop]) > (left + right) / 2 ? { left } : { right: Math.max(0, width - right - 8) }
          }
        >
          <b>{reading.title}</b>
          {reading.readings.map(({ name, value, colour }) => (
            <span key={name}>
              {colour && <i className="swatch" style={{ background: colour }} />}
              {name} <b>{value}</b>
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

function sentence({ title, readings }: ReturnType<Props['read']>): string {
  return `${title}: ${readings.map(({ name, value }) => `${name} ${value}`).join(', ')}`
}
