import { useMemo, useRef } from 'react'
import { usePlayground } from '../context.ts'
import { formatPercent, formatReward, formatScore } from '../format.ts'
import { column, smoothed } from '../train/charts/curves.ts'
import type { Curves } from '../train/useCurves.ts'
import { useDrawnCurves } from '../train/useDrawnCurves.ts'
import { usePart } from '../usePart.ts'
import { LineChart } from '../widgets/chart/kinds/LineChart.tsx'
import type { Level, Line } from '../widgets/chart/lines.ts'
import { useRem } from '../widgets/useRem.ts'
import './StageCharts.css'

/** Heights and rooms, rem. */
const HEIGHT = 6.3
const LABEL_ROOM = 6.4

/** Reward and entropy of the run; before there is one, of the run that made the shipped policy. Drawn only while on the screen. */
export function StageCharts() {
  const box = useRef<HTMLDivElement>(null)
  const curves = useDrawnCurves(box)
  return (
    <div className="stage-charts" ref={box}>
      <Reward curves={curves} />
      <Entropy curves={curves} />
    </div>
  )
}

function Reward({ curves: { points, references } }: { curves: Curves }) {
  const rem = useRem()
  const lines = useMemo(() => {
    const lines: Line[] = [{ name: 'reward', ...smoothed(points, point => point.reward), tone: 'main' }]
    const validation = column(points, point => point.validation)
    if (validation.y.some(value => value !== null)) {
      lines.push({ name: 'validation', ...validation, tone: 'second' })
    }
    return lines
  }, [points])
  const levels = useMemo<Level[]>(
    () =>
      references
        ? [
            { name: 'oracle', y: references.oracle },
            { name: 'best fixed', y: references.bestFixed },
            { name: 'random', y: references.random },
          ]
        : [],
    [references],
  )
  const now = lines[0].y.at(-1) ?? null
  return (
    <figure className="stage-chart" {...usePart('reward')}>
      <figcaption>
        <b>Reward</b> a round{now !== null && <>: {formatReward(now)}</>}
      </figcaption>
      <LineChart
        label="Reward"
        height={HEIGHT * rem}
        lines={lines}
        levels={levels}
        labelRoom={LABEL_ROOM * rem}
        unit="updates"
        format={formatReward}
      />
    </figure>
  )
}

const ZERO: readonly number[] = [0]

function Entropy({ curves: { points } }: { curves: Curves }) {
  const rem = useRem()
  const arms = usePlayground(state => state.loaded?.world.llms.length ?? 1)
  const ceiling = Math.log(arms)
  const levels = useMemo<Level[]>(() => [{ name: `all ${arms} alike`, y: ceiling }], [arms, ceiling])
  const lines = useMemo<Line[]>(
    () => [{ name: 'entropy', ...smoothed(points, point => point.entropy), tone: 'main' }],
    [points],
  )
  const now = lines[0].y.at(-1) ?? null
  return (
    <figure className="stage-chart" {...usePart('entropy')}>
      <figcaption>
        <b>Entropy</b>, nats
        {now !== null && (
          <>
            : {formatScore(now)}, {formatPercent(now / ceiling)} of choosing blindly
          </>
        )}
      </figcaption>
      <LineChart
        label="Entropy"
        height={HEIGHT * rem}
        lines={lines}
        levels={levels}
        labelRoom={0}
        include={ZERO}
        unit="updates"
        format={formatScore}
      />
    </figure>
  )
}
