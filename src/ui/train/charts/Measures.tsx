import { memo, type ReactNode, useMemo } from 'react'
import type { TrainingPoint } from '../../../core/evaluation/curve.ts'
import type { RecordedRun } from '../../../core/evaluation/recordedRun.ts'
import { usePlayground, useTraining } from '../../context.ts'
import { formatCount, formatPercent, formatScore, formatUsdPerThousand } from '../../format.ts'
import { ChartFigure } from '../../widgets/chart/ChartFigure.tsx'
import { LineChart } from '../../widgets/chart/kinds/LineChart.tsx'
import type { Level } from '../../widgets/chart/lines.ts'
import { smoothed } from './curves.ts'

interface Props {
  points: readonly TrainingPoint[]
  /** The recorded run that they are of; null where they are of the person's own. */
  recorded: RecordedRun | null
}

/** Entropy, regret, quality, cost and gradient, a small chart each. */
export const Measures = memo(function Measures({ points, recorded }: Props) {
  const ownClip = useTraining(state => state.settings.gradientClip)
  const clip = recorded?.settings.gradientClip ?? ownClip
  const arms = usePlayground(state => state.loaded?.world.llms.length ?? 1)
  const ceiling = Math.log(arms)
  const ceilings = useMemo(() => [{ name: `ln ${arms}`, y: ceiling }], [arms, ceiling])
  return (
    <>
      <Measure
        name="entropy"
        title="Entropy"
        points={points}
        recorded={recorded !== null}
        pick={entropy}
        levels={ceilings}
        format={formatScore}
        before={`Starts near ln ${arms}, then falls.`}
        now={value => (
          <>
            <b>{formatScore(value)}</b> nats, {formatPercent(value / ceiling)} of its ceiling
          </>
        )}
      />
      <Measure
        name="regret"
        title="Regret"
        points={points}
        recorded={recorded !== null}
        pick={regret}
        format={formatScore}
        before="What not knowing costs a round."
        now={value => (
          <>
            <b>{formatScore(value)}</b> a round against the oracle
          </>
        )}
      />
      <Measure
        name="quality"
        title="Quality"
        points={points}
        recorded={recorded !== null}
        pick={quality}
        format={formatScore}
        before="Mean score of the pulls."
        now={value => (
          <>
            <b>{formatScore(value)}</b> mean score
          </>
        )}
      />
      <Measure
        name="cost"
        title="Cost"
        points={points}
        recorded={recorded !== null}
        pick={costUsd}
        format={formatUsdPerThousand}
        before="Mean price of the pulls."
        now={value => (
          <>
            <b>{formatUsdPerThousand(value)}</b> per 1,000 prompts
          </>
        )}
      />
      <Measure
        name="gradient"
        title="Gradient norm"
        points={points}
        recorded={recorded !== null}
        pick={gradientNorm}
        format={formatNorm}
        before="How hard each update pulls."
        now={value => (
          <>
            <b>{formatNorm(value)}</b> before clipping at {clip}
          </>
        )}
      />
    </>
  )
})

const entropy = (point: TrainingPoint) => point.entropy
const regret = (point: TrainingPoint) => point.regret
const quality = (point: TrainingPoint) => point.quality
const costUsd = (point: TrainingPoint) => point.costUsd
const gradientNorm = (point: TrainingPoint) => point.gradientNorm
const formatNorm = (norm: number) => (norm >= 10 ? formatCount(norm) : formatScore(norm))

const ZERO: readonly number[] = [0]

interface MeasureProps {
  name: 'entropy' | 'regret' | 'quality' | 'cost' | 'gradient'
  title: string
  points: readonly TrainingPoint[]
  recorded: boolean
  pick: (point: TrainingPoint) => number
  levels?: readonly Level[]
  format: (value: number) => string
  /** Said before there is anything to draw. */
  before: string
  now: (value: number) => ReactNode
}

function Measure(props: MeasureProps) {
  const { name, title, points, recorded, pick, levels, format, before, now } = props
  const curve = useMemo(() => smoothed(points, pick), [points, pick])
  const lines = useMemo(
    () => [{ name: title.toLowerCase(), ...curve, tone: 'main' as const }],
    [curve, title],
  )
  const value = curve.y.at(-1)
  return (
    <ChartFigure
      part={name === 'entropy' ? 'entropy-curve' : name}
      name={name}
      title={title}
      summary={
        value === undefined ? (
          before
        ) : (
          <>
            {recorded && 'Recorded: '}
            {now(value)}
          </>
        )
      }
      columns={['update', name, 'moving average']}
      rows={() => points.map((point, i) => [point.step, pick(point), curve.y[i]])}
    >
      <LineChart
        label={title}
        height={112}
        lines={lines}
        {...(levels ? { levels } : {})}
        labelRoom={0}
        include={ZERO}
        unit="updates"
        format={format}
      />
    </ChartFigure>
  )
}
