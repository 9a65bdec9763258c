import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatScore, formatUsdPerThousand } from '../format.ts'
import { linearScale, niceTicks } from '../widgets/chart/scale.ts'
import { useWidth } from '../widgets/chart/useWidth.ts'
import { costDomain, logScale, logTicks, scoreDomain } from './axes.ts'
import { DialMark, FrontierMarks } from './FrontierMarks.tsx'
import { labelsOf } from './labels.ts'
import type { Drawing, Mark } from './marks.ts'
import { formatFine } from './words.ts'
import './FrontierPlot.css'

interface Props {
  drawing: Drawing
  llms: readonly Llm[]
  /** Key of the contender in focus, or null. */
  focus: string | null
  onFocus: (key: string | null) => void
}

const MARGIN = { left: 34, right: 14, top: 24, bottom: 36 }
/** How far a pointer may be from the mark it reads, px. */
const REACH = 48
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Cost (log dollars) against quality. The cursor goes to the mark nearest the pointer, or along the marks by rising cost. */
export function FrontierPlot({ drawing, llms, focus, onFocus }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 720)
  const height = width < 560 ? 360 : 440
  const [cursor, setCursor] = useState<number | null>(null)
  const lit = usePlayground(state => state.lit)
  const light = usePlayground(state => state.light)
  const { marks } = drawing
  const frame = useMemo(
    () => ({
      left: MARGIN.left,
      right: width - MARGIN.right,
      top: MARGIN.top,
      bottom: height - MARGIN.bottom,
    }),
    [width, height],
  )
  const { x, y, domain, range } = useMemo(() => {
    const domain = costDomain(marks.map(({ costUsd }) => costUsd))
    const range = scoreDomain(marks.map(({ quality }) => quality))
    return {
      domain,
      range,
      x: logScale(domain, [frame.left, frame.right]),
      y: linearScale(range, [frame.bottom, frame.top]),
    }
  }, [marks, frame])
  const labels = useMemo(() => labelsOf(drawing, x, y, frame), [drawing, x, y, frame])
  const mark = cursor === null ? null : (marks[cursor] ?? null)

  const stand = (at: number | null) => {
    setCursor(at)
    const found = at === null ? null : marks[at]
    light(found?.arm ?? null)
    onFocus(found?.contender ?? null)
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const distance = ({ costUsd, quality }: Mark) =>
      Math.hypot(x(costUsd) - (event.clientX - left), y(quality) - (event.clientY - top))
    const distances = marks.map(distance)
    const nearest = distances.indexOf(Math.min(...distances))
    const next = distances[nearest] <= REACH ? nearest : null
    if (next !== cursor) stand(next)
  }
  const press = (event: KeyboardEvent) => {
    const by = KEYS[event.key]
    if (by === undefined || marks.length === 0) return
    event.preventDefault()
    const from = cursor ?? (by > 0 ? -1 : marks.length)
    stand(Math.min(marks.length - 1, Math.max(0, from + by)))
  }
  return (
    <div
      ref={box}
      className="plot frontier"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label="Cost against quality: read the points by rising cost with the arrow keys"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, marks.length - 1)}
      aria-valuenow={cursor ?? 0}
      aria-valuetext={mark ? sentence(mark) : 'No point is read.'}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => stand(null)}
      onFocus={event => event.currentTarget.matches(':focus-visible') && stand(0)}
      onBlur={() => stand(null)}
      onKeyDown={press}
    >
      <svg width={width} height={height} aria-hidden="true">
        {niceTicks(range, 5).map(tick => (
          <g key={tick}>
            <line className="grid-line" x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
            <text className="tick" x={frame.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
              {formatScore(tick)}
            </text>
          </g>
        ))}
        {logTicks(domain, width < 560 ? 5 : 9).map(tick => (
          <g key={tick}>
            <line className="tick-mark" x1={x(tick)} x2={x(tick)} y1={frame.bottom} y2={frame.bottom + 4} />
            <text className="tick" x={x(tick)} y={frame.bottom + 16} textAnchor="middle">
              {formatUsdPerThousand(tick)}
            </text>
          </g>
        ))}
        <text className="tick" x={0} y={12}>
          ↑ quality, mean score
        </text>
        <text className="tick" x={frame.right} y={height - 5} textAnchor="end">
          cost of 1,000 prompts, dollars, log scale →
        </text>
        <FrontierMarks
          drawing={drawing}
          labels={labels}
          lit={lit}
          focus={focus}
          x={x}
          y={y}
          arms={llms.length}
        />
        <DialMark curve={drawing.curves.find(({ kind }) => kind === 'policy')} x={x} y={y} />
        {mark && <circle className="cursor-ring no-export" cx={x(mark.costUsd)} cy={y(mark.quality)} r={9} />}
      </svg>
      {mark && (
        <div
          className="readout"
          aria-hidden="true"
          style={{
            top: frame.top,
            ...(x(mark.costUsd) > width / 2 ? { left: frame.left + 8 } : { right: MARGIN.right }),
          }}
        >
          <b>{mark.label}</b>
          {facts(mark).map(([name, value]) => (
            <span key={name}>
              {name} <b>{value}</b>
            </span>
          ))}
        </div>
      )}
    </div>
  )
}

function facts({ wc, quality, qualitySd, costUsd, reward }: Mark): (readonly [string, string])[] {
  const spread = qualitySd ? ` ± ${formatFine(qualitySd)}` : ''
  return [
    ...(wc === null ? [] : [['saving w_c', formatScore(wc)] as const]),
    ['quality', `${formatFine(quality)}${spread}`],
    ['per 1,000', formatUsdPerThousand(costUsd)],
    [wc === null ? 'mean reward' : 'reward', formatFine(reward)],
  ]
}

function sentence(mark: Mark): string {
  return `${mark.label}: ${facts(mark)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`
}
