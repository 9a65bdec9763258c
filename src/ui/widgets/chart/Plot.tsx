import { type ReactNode, useRef, useState } from 'react'
import { Frame, type Reading, ValueAxis } from './Frame.tsx'
import { linearScale, nearestIndex, niceTicks, type Range } from './scale.ts'
import { useWidth } from './useWidth.ts'

/** Where a plot's numbers lie on the screen, px. */
export interface Place {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
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

/** Values over a count that begins at 0; what is drawn comes as a function of the place. The cursor stays where it is while points are added. */
export function Plot({ label, height, labelRoom, x, y, formatY, xEnd, stops, read, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 360)
  const [cursor, setCursor] = useState<number | null>(null)
  const { top } = MARGIN
  const ticks = stops.length > 0 ? niceTicks(y, 3) : [y[0]]
  const left = Math.ceil(FIGURE_PX * Math.max(4, ...ticks.map(tick => formatY(tick).length))) + 6
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
  const at = stop === null ? left : place.x(stops[stop])
  return (
    <Frame
      box={box}
      label={`${label}: read values with the arrow keys`}
      width={width}
      height={height}
      count={stops.length}
      cursor={stop}
      begin="last"
      reading={stop === null ? null : read(stop)}
      readout={at > (left + right) / 2 ? { left } : { right: Math.max(0, width - right - 8) }}
      onCursor={next => setCursor(next === null ? null : (stops[next] ?? null))}
      pointAt={px => (stops.length === 0 ? null : nearestIndex(stops, linearScale([left, right], x)(px)))}
    >
      <ValueAxis ticks={ticks} left={left} right={right} y={place.y} format={formatY} />
      <text className="tick" x={left} y={height - 4}>
        0
      </text>
      <text className="tick" x={right} y={height - 4} textAnchor="end">
        {xEnd}
      </text>
      {children(place, stop)}
      {stop !== null && <line className="cursor-line" x1={at} x2={at} y1={top} y2={bottom} />}
    </Frame>
  )
}
