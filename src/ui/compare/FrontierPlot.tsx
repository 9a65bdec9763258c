import { useMemo, useRef, useState } from 'react'
import type { Llm } from '../../core/world/world.ts'
import { usePlayground } from '../context.ts'
import { formatScore, formatUsdPerThousand } from '../format.ts'
import { Frame, type Reading, ValueAxis } from '../widgets/chart/Frame.tsx'
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
  const pointAt = (px: number, py: number) => {
    const distances = marks.map(({ costUsd, quality }: Mark) => Math.hypot(x(costUsd) - px, y(quality) - py))
    const nearest = distances.indexOf(Math.min(...distances))
    return distances[nearest] <= REACH ? nearest : null
  }
  return (
    <Frame
      box={box}
      className="frontier"
      label="Cost against quality: read the points by rising cost with the arrow keys"
      width={width}
      height={height}
      count={marks.length}
      cursor={mark === null ? null : cursor}
      begin="first"
      reading={mark && { title: mark.label, readings: facts(mark) }}
      readout={readoutPlace(mark !== null && x(mark.costUsd) > width / 2)}
      onCursor={stand}
      pointAt={pointAt}
    >
      <ValueAxis
        ticks={niceTicks(range, 5)}
        left={frame.left}
        right={frame.right}
        y={y}
        format={formatScore}
      />
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
    </Frame>
  )
}

/** Across from the mark that is read. */
function readoutPlace(markIsRight: boolean) {
  return markIsRight ? { top: MARGIN.top, left: MARGIN.left + 8 } : { top: MARGIN.top, right: MARGIN.right }
}

function facts({ wc, quality, qualitySd, costUsd, reward }: Mark): Reading[] {
  const spread = qualitySd ? ` ± ${formatFine(qualitySd)}` : ''
  const figures = [
    { name: 'quality', value: `${formatFine(quality)}${spread}` },
    { name: 'per 1,000', value: formatUsdPerThousand(costUsd) },
    { name: wc === null ? 'mean reward' : 'reward', value: formatFine(reward) },
  ]
  return wc === null ? figures : [{ name: 'saving w_c', value: formatScore(wc) }, ...figures]
}
